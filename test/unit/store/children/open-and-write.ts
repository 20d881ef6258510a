/** Run as a process of its own, perhaps as another user: opens the store named in argv, tries one write, prints what happened as JSON. */
import { openStore } from "../../../../electron/store/open-store.ts";
import { labels, options, statusQuo } from "../store-samples.ts";

// The real clock: by that of the samples the temporary files of the other processes would be a year old, and left behind.
const { store, status, found, backups } = openStore(options(process.argv[2] ?? "", { now: Date.now }));
const listed = store.list();
const created = store.create(labels("Written"), statusQuo);
const backup = backups.make();
const answer = {
  status,
  found: found.kind,
  titles: listed.ok ? listed.value.map(({ title }) => title) : listed.error,
  write: created.ok ? "ok" : created.error,
  backup: backup.ok ? "ok" : backup.error,
};
console.log(JSON.stringify(answer));
