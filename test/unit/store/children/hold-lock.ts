/** Run as a process of its own: takes the write lock of the database named in argv, says so, and keeps it until its input ends. */
import { writeSync } from "node:fs";
import { connectFile } from "../../../../electron/store/connection.ts";

const db = connectFile(process.argv[2] ?? "");
db.exec("BEGIN EXCLUSIVE");
writeSync(1, "locked\n");
process.stdin.resume();
process.stdin.on("end", () => {
  db.exec("ROLLBACK");
  db.close();
});
