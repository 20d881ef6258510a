/** Run as a process of its own: opens the store named in argv and commits numbered work, two drafts and a revision in turn; after each commit it prints the number, until it is killed. */
import { writeSync } from "node:fs";
import { openStore } from "../../../../electron/store/open-store.ts";
import { labels, options, reserve, resultOf, statusQuo, valueOf } from "../store-samples.ts";

const [file = "", known = "", from = "0"] = process.argv.slice(2);
const { store, status } = openStore(options(file, { now: Date.now }));
if (status.mode !== "ready") throw new Error(JSON.stringify(status));
const scenario = known === "" ? valueOf(store.create(labels("Written until killed"), statusQuo)).id : known;

// Synchronous writes: what the parent reads was acknowledged before the kill.
writeSync(1, `${scenario}\n`);
for (let n = Number(from) + 1; ; n++) {
  if (n % 3 === 0) valueOf(store.save(scenario, reserve(n), resultOf(reserve(n), n)));
  else valueOf(store.saveDraft(scenario, reserve(n)));
  writeSync(1, `${n}\n`);
}
