/** `planner nir`, as a person types it. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plannerHere } from "./run-planner.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "nir-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = "mineral,form,year,production,apparent_consumption,published_nir_pct,max_rounding_error_pct";
const table = (...lines: readonly string[]): string => {
  const path = join(folder, "table.csv");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
};

describe("planner nir", () => {
  it("K7: the shipped history agrees within rounding in 107 of 109 rows; two named rows are findings", async () => {
    const { code, out, err } = await plannerHere("nir", "--table", "resources/history/nir-checks.csv");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = out.trimEnd().split("\n");
    expect(lines.at(-1)).toBe("107 of 109 agree within rounding");
    expect(lines.filter((line) => / no {2}/.test(line)).map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ["tin", "2025"],
      ["antimony", "2018"],
    ]);
    expect(lines.filter((line) => line.endsWith("B (history only)"))).toHaveLength(23);
  });

  it("K7: both computed figures are those of the table itself", async () => {
    const { rows } = JSON.parse((await plannerHere("nir", "--table", "resources/history/nir-checks.csv", "--json")).out) as {
      rows: { line: number; computedPct: number; fromTradePct: number | null }[];
    };
    expect(rows).toHaveLength(109);
    expect(rows.find((row) => row.line === 2)).toMatchObject({ mineral: "cobalt", year: 2024, publishedPct: 74, boundPoints: 0.58, agrees: true });
    expect(rows[0]?.computedPct).toBeCloseTo(74.2462, 3);
    expect(rows[0]?.fromTradePct).toBeCloseTo(73.98, 2);
  });

  it("K7: thousands commas are numbers; a difference equal to the bound agrees; beyond it is a finding with exit 0", async () => {
    const { code, out } = await plannerHere("nir", "--table", table(HEADER, 'tin,,2020,"1,500","4,000",62,0.5', "tin,,2021,1500,4000,63.1,0.5"));
    expect(code).toBe(0);
    expect(out).toMatch(/^tin +2020 +62 +62\.50 +\+0\.50 +0\.50 +yes/m);
    expect(out).toMatch(/^tin +2021 +63\.1 +62\.50 +-0\.60 +0\.50 +no/m);
    expect(out).toMatch(/\n1 of 2 agree within rounding\n$/);
  });

  it("K7: malformed rows are named, the rest is computed, exit 1", async () => {
    const { code, out, err } = await plannerHere(
      "nir",
      "--table",
      table(
        HEADER,
        "tin,,2020,W,4000,62,0.5",
        "tin,,2021,1500,4000,62.5,0.5",
        "tin,,2022,1500,0,62,0.5",
        "tin,,22,1,2,50,1",
        "tin,,2023,1,2",
        'tin,,2024,"1,50",2,50,1',
        ",,2024,1,2,50,1",
        "tin,,2025,1,2,>50,1",
      ),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/\n1 of 1 agree within rounding\n$/);
    expect(err.trimEnd().split("\n")).toEqual([
      'table.csv, row 2, column production: "W" is not a number; write a number such as 1,234.5',
      "table.csv, row 4, column apparent_consumption: 0 has no share; write a consumption above 0",
      "table.csv, row 5, column year: 22 is not a year; write a year of four digits",
      "table.csv, row 6: the row has 5 cells; write 7; put text that holds a comma between quotation marks",
      'table.csv, row 7, column production: "1,50" is not a number; write a number such as 1,234.5',
      "table.csv, row 8, column mineral: the cell is empty; name the mineral",
      'table.csv, row 9, column published_nir_pct: ">50" is not a number; write a number such as 1,234.5',
    ]);
  });

  it("K1: bad input exits with 2 and prints nothing else", async () => {
    expect(await plannerHere("nir")).toEqual({ code: 2, out: "", err: "nir: --table FILE.csv is missing.\n" });
    expect(await plannerHere("nir", "--table", join(folder, "none.csv"))).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/none.csv could not be read/) as unknown,
    });
    const noBound = await plannerHere("nir", "--table", table("mineral,form,year,production,apparent_consumption,published_nir_pct", "tin,,2020,1,2,50"));
    expect(noBound).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/column max_rounding_error_pct: the column is missing/) as unknown });
    expect(await plannerHere("nir", "--table", table(HEADER), "extra")).toMatchObject({
      code: 2,
      err: expect.stringMatching(/"extra" is one argument too many/) as unknown,
    });
    expect(await plannerHere("nir", "--tabel", "x")).toMatchObject({ code: 2, err: expect.stringMatching(/Unknown option '--tabel'/) as unknown });
  });
});
