/** From files to tables: line numbers as an editor shows them, and files that cannot be read. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import { tableOf } from "../../../electron/dataset/table-of-csv.ts";
import { shippedFolder } from "./shipped-tables.ts";

describe("CSV text", () => {
  it("D5: rows carry the line on which they begin, also after a cell with line breaks and blank lines", () => {
    const table = tableOf("t.csv", 'a,b\r\n1,"two\r\nlines"\r\n\r\n3,4\r\n');
    expect(table.columns).toEqual(["a", "b"]);
    expect(table.rows).toEqual([
      { line: 2, cells: ["1", "two\nlines"] },
      { line: 5, cells: ["3", "4"] },
    ]);
    expect(table.problems).toEqual([]);
  });

  it("D5: a byte-order mark, old line ends and quoted cells change nothing", () => {
    expect(tableOf("t.csv", '\ufeff"a",b\r1,"2, 3"')).toEqual(tableOf("t.csv", 'a,b\n1,"2, 3"\n'));
  });

  it("D5: a quotation mark that is never closed is named with its row", () => {
    const [problem] = tableOf("t.csv", 'a,b\n1,2\n3,"4\n5,6\n').problems;
    expect(problem).toMatchObject({ file: "t.csv", row: 3, right: "check the quotation marks of this row" });
  });

  it("D5: an empty file is named", () => {
    expect(tableOf("t.csv", "\n").problems).toEqual([
      { file: "t.csv", row: 1, column: null, wrong: "the file is empty", right: "write the header row and the rows below it" },
    ]);
  });
});

describe("a folder that is not a dataset", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dataset-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("D1: a missing folder and a file in its place are unreadable", () => {
    expect(loadDataset(join(folder, "none"))).toMatchObject({ ok: false, error: { code: "dataset-unreadable", reason: "it does not exist" } });
    writeFileSync(join(folder, "file"), "");
    expect(loadDataset(join(folder, "file"))).toMatchObject({ ok: false, error: { code: "dataset-unreadable", reason: "it is not a folder" } });
  });

  it("D1: text that is not UTF-8 is unreadable, with the file's name", () => {
    cpSync(shippedFolder, folder, { recursive: true });
    writeFileSync(join(folder, "suppliers", "tin.csv"), Buffer.from([0x61, 0xe9, 0x0a]));
    expect(loadDataset(folder)).toEqual({ ok: false, error: { code: "dataset-unreadable", file: "suppliers/tin.csv", reason: "it is not UTF-8 text" } });
  });

  it("D1: an empty folder lacks dataset.json; notes and editors' copies beside the tables are ignored", () => {
    expect(loadDataset(folder)).toMatchObject({
      ok: false,
      error: { code: "dataset-invalid", problems: [{ file: "dataset.json", wrong: "the file is missing" }] },
    });
    cpSync(shippedFolder, folder, { recursive: true });
    writeFileSync(join(folder, "suppliers", "notes.txt"), "x");
    writeFileSync(join(folder, "suppliers", ".~lock.tin.csv"), "x");
    expect(loadDataset(folder).ok).toBe(true);
  });

  it("D5: a problem is reported at the line of the file as it is on disk", () => {
    cpSync(shippedFolder, folder, { recursive: true });
    const header = "id,name,mineral,stage,capacity_t_per_yr,month,enters,realisation,source";
    writeFileSync(join(folder, "projects.csv"), `${header}\r\na,A,tin,M,5,2027-01,ramp,1,"first\r\nsecond line"\r\nb,B,tin,M,-5,2027-01,ramp,1,x\r\n`);
    const loaded = loadDataset(folder);
    expect(loaded.ok ? null : loaded.error).toEqual({
      code: "dataset-invalid",
      problems: [{ file: "projects.csv", row: 4, column: "capacity_t_per_yr", wrong: "-5 is out of range", right: "write a number above 0 to 1000000000000" }],
    });
  });
});
