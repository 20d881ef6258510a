/** Writes the golden database of the newest schema. Run once per release (`npm exec -- node test/unit/store/make-golden.ts`); never over a file that is released. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { newestVersion } from "../../../electron/store/migrate.ts";
import { openStore } from "../../../electron/store/open-store.ts";
import { fillGolden } from "./golden-content.ts";
import { options } from "./store-samples.ts";

const file = join(import.meta.dirname, "../../fixtures/store", `schema-${newestVersion()}.db`);
if (existsSync(file)) throw new Error(`${file} is there already: a golden database is never made again`);
let made = 0;
const opening = openStore(options(file, { newId: () => `golden-${(made += 1)}` }));
fillGolden(opening);
opening.store.close();
