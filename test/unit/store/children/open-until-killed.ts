/** Run as a process of its own: opens, and so migrates, the store named in argv, says so, and waits to be killed. */
import { writeSync } from "node:fs";
import { openStore } from "../../../../electron/store/open-store.ts";
import { options } from "../store-samples.ts";

writeSync(1, "starting\n");
openStore(options(process.argv[2] ?? ""));
setInterval(() => {}, 1000);
