/** Every way to break a dataset that a person meets is answered with file, row, column, what is wrong and what would be right. */
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { checkDataset } from "../../../shared/dataset/check-dataset.ts";
import {
  type Change,
  changeManifest,
  dropCell,
  dropFile,
  dropRow,
  lineOf,
  renameColumn,
  renameFile,
  repeatRow,
  setCell,
  setCells,
  shippedTables,
} from "./shipped-tables.ts";

interface Expected {
  readonly file: string;
  readonly row?: number | null;
  readonly column?: string | null;
  readonly wrong: RegExp;
  readonly right?: RegExp;
}

const capacity = lineOf("base-year/ree.csv", { stage: "P", quantity: "capacity" });
const general = (key: string): number => lineOf("parameters/general.csv", { key });
const ownParameter = (key: string, stage: string): number => lineOf("parameters/cobalt.csv", { key, stage });

const cases: readonly (readonly [name: string, change: Change, expected: Expected])[] = [
  ["missing file", dropFile("suppliers/tin.csv"), { file: "suppliers/tin.csv", row: null, column: null, wrong: /file is missing/ }],
  ["missing dataset.json", (t) => ({ ...t, manifest: null }), { file: "dataset.json", wrong: /file is missing/ }],
  ["dataset.json is not JSON", (t) => ({ ...t, manifest: "{" }), { file: "dataset.json", wrong: /not JSON/ }],
  ["unknown field of dataset.json", changeManifest((m) => (m["colour"] = "red")), { file: "dataset.json", column: "colour", wrong: /not known/ }],
  ["missing label", changeManifest((m) => delete m["label"]), { file: "dataset.json", column: "label", wrong: /missing/ }],
  [
    "start does not follow the base year",
    changeManifest((m) => (m["start"] = "2027-01")),
    { file: "dataset.json", column: "start", wrong: /does not follow/, right: /2026-01/ },
  ],
  ["half a year", changeManifest((m) => (m["months"] = 306)), { file: "dataset.json", column: "months", wrong: /whole number of years/ }],
  [
    "unknown role",
    changeManifest((m) => (m["stages"] = [{ id: "M", label: "Mining", role: "digging" }])),
    { file: "dataset.json", column: "stages[0].role", wrong: /"digging" is not a known role/, right: /mining, processing, fabrication or recycling/ },
  ],
  [
    "classes out of order",
    changeManifest((m) => (m["classes"] as unknown[]).reverse()),
    { file: "dataset.json", column: "classes", wrong: /other, essential, defence/ },
  ],
  [
    "file of an unknown mineral",
    renameFile("parameters/tin.csv", "parameters/tinn.csv"),
    { file: "parameters/tinn.csv", wrong: /"tinn" is not a known mineral/ },
  ],
  ["file of an unknown world", renameFile("worlds/low.csv", "worlds/lower.csv"), { file: "worlds/lower.csv", wrong: /"lower" is not a known world/ }],
  ["missing column", renameColumn("parameters/tin.csv", "low", "lowest"), { file: "parameters/tin.csv", row: 1, column: "low", wrong: /column is missing/ }],
  ["unknown column", renameColumn("parameters/tin.csv", "low", "lowest"), { file: "parameters/tin.csv", row: 1, column: "lowest", wrong: /not known/ }],
  ["too few cells", dropCell("events.csv", 4), { file: "events.csv", row: 4, column: null, wrong: /12 cells/, right: /13 cells/ }],
  [
    "not a number",
    setCell("suppliers/ree.csv", 4, "import_share_pct", "x"),
    { file: "suppliers/ree.csv", row: 4, column: "import_share_pct", wrong: /"x" is not a number/, right: /from 0 to 100/ },
  ],
  [
    "number with a comma",
    setCell("base-year/ree.csv", capacity, "value", "11,125"),
    { file: "base-year/ree.csv", row: capacity, column: "value", wrong: /"11,125" is not a number/ },
  ],
  ["empty engine cell", setCell("base-year/ree.csv", capacity, "value", ""), { file: "base-year/ree.csv", row: capacity, column: "value", wrong: /empty/ }],
  [
    "unit the model does not read",
    setCell("base-year/ree.csv", capacity, "unit", "kt/yr"),
    { file: "base-year/ree.csv", row: capacity, column: "unit", wrong: /"kt\/yr"/, right: /t\/yr/ },
  ],
  ["missing engine quantity", dropRow("base-year/ree.csv", capacity), { file: "base-year/ree.csv", row: null, wrong: /capacity at stage P is missing/ }],
  [
    "share above 100",
    setCell("suppliers/ree.csv", 2, "import_share_pct", "179.8"),
    { file: "suppliers/ree.csv", row: 2, column: "import_share_pct", wrong: /out of range/ },
  ],
  [
    "supplier shares do not sum",
    setCell("suppliers/ree.csv", 2, "import_share_pct", "79.7"),
    { file: "suppliers/ree.csv", row: null, column: "import_share_pct", wrong: /stage M add up to 99.9/, right: /100/ },
  ],
  ["home country as supplier", setCell("suppliers/ree.csv", 3, "iso3", "USA"), { file: "suppliers/ree.csv", row: 3, column: "iso3", wrong: /home country/ }],
  [
    "supplier twice",
    setCell("suppliers/ree.csv", 3, "iso3", "CHN"),
    { file: "suppliers/ree.csv", row: 3, column: "iso3", wrong: /CHN at stage M stands twice, first in row 2/ },
  ],
  ["ally flag", setCell("suppliers/ree.csv", 3, "is_ally", "yes"), { file: "suppliers/ree.csv", row: 3, column: "is_ally", wrong: /"yes"/, right: /0 or 1/ }],
  [
    "end-use shares do not sum",
    setCell("end-uses.csv", 2, "demand_share_pct", "6"),
    { file: "end-uses.csv", column: "demand_share_pct", wrong: /ree add up to 101/ },
  ],
  [
    "unknown mineral",
    setCell("end-uses.csv", 2, "mineral", "iron"),
    { file: "end-uses.csv", row: 2, column: "mineral", wrong: /"iron" is not a known mineral/, right: /ree, lithium/ },
  ],
  [
    "unknown priority class",
    setCell("end-uses.csv", 2, "priority_class", "defense"),
    { file: "end-uses.csv", row: 2, column: "priority_class", wrong: /"defense"/, right: /defence/ },
  ],
  [
    "unknown stage of a mineral",
    setCell("minerals.csv", 3, "headline_stage", "X"),
    { file: "minerals.csv", row: 3, column: "headline_stage", wrong: /"X"/, right: /M or P/ },
  ],
  [
    "chain out of order",
    setCell("minerals.csv", 3, "stages", "P|M"),
    { file: "minerals.csv", row: 3, column: "stages", wrong: /order of the chain/, right: /M\|P/ },
  ],
  ["mineral called shared", setCell("minerals.csv", 3, "id", "shared"), { file: "minerals.csv", row: 3, column: "id", wrong: /cannot be an id/ }],
  [
    "unknown grade",
    setCell("parameters/general.csv", 2, "grade", "guess"),
    { file: "parameters/general.csv", row: 2, column: "grade", wrong: /"guess"/, right: /reported.*assumption/ },
  ],
  [
    "low above value",
    setCell("parameters/general.csv", general("iota"), "low", "0.9"),
    { file: "parameters/general.csv", row: general("iota"), column: "low", wrong: /0.9 is above the value 0.8/ },
  ],
  [
    "high below value",
    setCell("parameters/general.csv", general("iota"), "high", "0.7"),
    { file: "parameters/general.csv", row: general("iota"), column: "high", wrong: /below the value/ },
  ],
  [
    "time constant below a month",
    setCells("parameters/general.csv", general("tau_fill"), { value: "0.5", low: "0.5" }),
    { file: "parameters/general.csv", row: general("tau_fill"), column: "value", wrong: /out of range/, right: /1 or more/ },
  ],
  [
    "fraction of an order",
    setCell("parameters/cobalt.csv", ownParameter("life_n", ""), "value", "2.5"),
    { file: "parameters/cobalt.csv", column: "value", wrong: /out of range/, right: /whole number/ },
  ],
  [
    "price of zero",
    setCells("parameters/cobalt.csv", ownParameter("p_ref", "P"), { value: "0", low: "0" }),
    { file: "parameters/cobalt.csv", column: "value", wrong: /0 is out of range/, right: /above 0/ },
  ],
  [
    "missing engine key",
    dropRow("parameters/cobalt.csv", ownParameter("capex", "M")),
    { file: "parameters/cobalt.csv", row: null, wrong: /capex at stage M is missing/, right: /above 0/ },
  ],
  [
    "missing general key",
    dropRow("parameters/general.csv", general("discount_rate_real")),
    { file: "parameters/general.csv", wrong: /discount_rate_real is missing/ },
  ],
  [
    "missing recycling key",
    dropRow("parameters/general.csv", lineOf("parameters/general.csv", { key: "t_con", stage: "R" })),
    { file: "parameters/cobalt.csv", wrong: /t_con at stage R is missing/ },
  ],
  ["parameter twice", repeatRow("parameters/cobalt.csv", 5), { file: "parameters/cobalt.csv", column: "key", wrong: /twice, first in row 5/ }],
  [
    "parameter at an unknown stage",
    setCell("parameters/cobalt.csv", ownParameter("capex", "M"), "stage", "X"),
    { file: "parameters/cobalt.csv", column: "stage", wrong: /"X" is not a known stage/ },
  ],
  [
    "collection above its ceiling",
    setCells("parameters/cobalt.csv", ownParameter("c0", ""), { value: "0.96", high: "0.96" }),
    { file: "parameters/cobalt.csv", column: "value", wrong: /c0 is 0.96 but c_max/ },
  ],
  [
    "reference use above the maximum",
    setCells("parameters/general.csv", general("u_ref"), { value: "0.95", high: "0.95" }),
    { file: "parameters/general.csv", column: "value", wrong: /u_ref is 0.95 but u_max is 0.95/, right: /below/ },
  ],
  ["missing world series", dropRow("worlds/high.csv", 5), { file: "worlds/high.csv", row: null, wrong: /is missing/ }],
  [
    "index not 1 in the base year",
    setCell("worlds/high.csv", 2, "y2025", "1.1"),
    { file: "worlds/high.csv", row: 2, column: "y2025", wrong: /1.1/, right: /write 1/ },
  ],
  ["index of zero", setCell("worlds/high.csv", 2, "y2040", "0"), { file: "worlds/high.csv", row: 2, column: "y2040", wrong: /out of range/ }],
  [
    "first anchor is not the base year",
    renameColumn("worlds/stated.csv", "y2025", "y2024"),
    { file: "worlds/stated.csv", row: 1, wrong: /year columns/, right: /y2025/ },
  ],
  ["worlds with different anchors", renameColumn("worlds/low.csv", "y2045", "y2046"), { file: "worlds/low.csv", row: 1, column: "y2046", wrong: /not known/ }],
  [
    "unknown lever",
    setCell("levers.csv", 2, "id", "reserve_weeks"),
    { file: "levers.csv", row: 2, column: "id", wrong: /"reserve_weeks" is not a known lever/, right: /reserve_days/ },
  ],
  ["missing lever", dropRow("levers.csv", 2), { file: "levers.csv", row: null, wrong: /reserve_days is missing/ }],
  [
    "default outside the range",
    setCells("levers.csv", lineOf("levers.csv", { id: "ppp_public_share" }), { default: "10" }),
    { file: "levers.csv", column: "default", wrong: /outside 15 to 100/ },
  ],
  [
    "status quo that is a policy",
    setCell("levers.csv", 2, "default", "30"),
    { file: "levers.csv", row: 2, column: "default", wrong: /30 is not the status quo/, right: /write 0/ },
  ],
  [
    "public share against its parameter",
    setCell("levers.csv", lineOf("levers.csv", { id: "ppp_public_share" }), "default", "60"),
    { file: "levers.csv", column: "default", wrong: /60/, right: /write 50/ },
  ],
  ["minimum above maximum", setCells("levers.csv", 2, { min: "400" }), { file: "levers.csv", row: 2, column: "max", wrong: /not above the minimum/ }],
  [
    "bands that fall",
    setCell("levers.csv", 2, "bands", "none:0|small:90|moderate:30|very large:365"),
    { file: "levers.csv", row: 2, column: "bands", wrong: /"moderate:30"/ },
  ],
  [
    "bands that stop short",
    setCell("levers.csv", 2, "bands", "none:0|small:30"),
    { file: "levers.csv", row: 2, column: "bands", wrong: /ends at 30/, right: /365/ },
  ],
  [
    "malformed month",
    setCell("levers.csv", 2, "default_start", "2027-13"),
    { file: "levers.csv", row: 2, column: "default_start", wrong: /"2027-13" is not a month/, right: /2027-01/ },
  ],
  ["event on an unknown mineral", setCell("events.csv", 2, "minerals", "ree|iron"), { file: "events.csv", row: 2, column: "minerals", wrong: /"iron"/ }],
  [
    "event that hits nobody",
    setCell("events.csv", 2, "suppliers", "XYZ"),
    { file: "events.csv", row: 2, column: "suppliers", wrong: /XYZ supplies none of ree/ },
  ],
  [
    "event with unknown scope",
    setCell("events.csv", 2, "scope", "worldwide"),
    { file: "events.csv", row: 2, column: "scope", wrong: /"worldwide"/, right: /targeted, global or outage/ },
  ],
  [
    "malformed world share",
    setCell("events.csv", 3, "world_share", "gallium=0.4"),
    { file: "events.csv", row: 3, column: "world_share", wrong: /"gallium=0.4"/ },
  ],
  [
    "severity above 1",
    setCell("events.csv", 2, "severity", "90"),
    { file: "events.csv", row: 2, column: "severity", wrong: /out of range/, right: /from 0 to 1/ },
  ],
  [
    "project at a stage its mineral lacks",
    setCell("projects.csv", 2, "stage", "X"),
    { file: "projects.csv", row: 2, column: "stage", wrong: /"X"/, right: /M or P/ },
  ],
  ["project twice", setCell("projects.csv", 3, "id", "thacker_pass_M"), { file: "projects.csv", row: 3, column: "id", wrong: /stands twice, first in row 2/ }],
  ["project without a month", setCell("projects.csv", 3, "month", ""), { file: "projects.csv", row: 3, column: "month", wrong: /empty/ }],
];

describe("a broken dataset", () => {
  it.each(cases)("D3: %s is named with its place, what is wrong and what would be right", (_, change, expected) => {
    const result = checkDataset(change(shippedTables), sha256);
    if (result.ok) throw new Error("the broken dataset was accepted");
    const match = result.error.find(
      (p) =>
        p.file === expected.file &&
        (expected.row === undefined || p.row === expected.row) &&
        (expected.column === undefined || p.column === expected.column) &&
        expected.wrong.test(p.wrong) &&
        (expected.right === undefined || expected.right.test(p.right)),
    );
    if (match === undefined) throw new Error(`not among the problems: ${JSON.stringify(result.error.slice(0, 5), null, 1)}`);
    expect(match.right).not.toBe("");
  });

  it("D4: all problems are collected, up to a bound", () => {
    const several = [setCell("suppliers/ree.csv", 4, "import_share_pct", "x"), setCell("levers.csv", 2, "bands", ""), dropFile("projects.csv")];
    const result = checkDataset(
      several.reduce((tables, change) => change(tables), shippedTables),
      sha256,
    );
    expect(result.ok ? [] : result.error.map((p) => p.file)).toEqual(["suppliers/ree.csv", "levers.csv", "projects.csv"]);

    const everyCell = {
      ...shippedTables,
      tables: shippedTables.tables.map((t) => ({ ...t, rows: t.rows.map((r) => ({ ...r, cells: r.cells.map(() => "?") })) })),
    };
    const minerals = shippedTables.tables.find((t) => t.file === "minerals.csv");
    const flood = checkDataset({ ...everyCell, tables: everyCell.tables.map((t) => (t.file === "minerals.csv" && minerals ? minerals : t)) }, sha256);
    expect(flood.ok ? 0 : flood.error.length).toBe(101);
    expect(flood.ok ? "" : flood.error.at(-1)?.wrong).toMatch(/^\d+ more problems are not listed$/);
  });

  const ofReferences = cases.filter(([, , { file }]) => file === "dataset.json" || file === "minerals.csv");
  const unreadable: readonly (readonly [name: string, change: Change])[] = [
    ["minerals.csv is missing", dropFile("minerals.csv")],
    ["a column of minerals.csv is missing", renameColumn("minerals.csv", "stages", "chain")],
    ["a row of minerals.csv is too short", dropCell("minerals.csv", 4)],
    ["a mineral's chain names an unknown stage", setCell("minerals.csv", 3, "stages", "M|Q")],
    ["a mineral has no id", setCell("minerals.csv", 5, "id", "")],
    ["the base year is no number", changeManifest((m) => (m["baseYear"] = "2025"))],
    ["there is no home country", changeManifest((m) => delete m["home"])],
    ["the worlds are no list", changeManifest((m) => (m["worlds"] = {}))],
    ...ofReferences.map(([name, change]) => [name, change] as const),
  ];

  it.each(unreadable)("D4, D21: %s: it is told once, and mistakes in the other files with it", (_, change) => {
    const others: readonly (readonly [file: string, change: Change])[] = [
      ["suppliers/ree.csv", setCell("suppliers/ree.csv", 4, "import_share_pct", "x")],
      ["parameters/general.csv", setCell("parameters/general.csv", 2, "grade", "guess")],
      ["worlds/high.csv", setCell("worlds/high.csv", 2, "y2040", "0")],
      ["base-year/tin.csv", setCell("base-year/tin.csv", 2, "year", "")],
      ["base-year-check.csv", dropCell("base-year-check.csv", 2)],
      ["published-reliance.csv", setCell("published-reliance.csv", 2, "bound", "beyond")],
      ["levers.csv", setCell("levers.csv", 2, "bands", "")],
      ["events.csv", setCell("events.csv", 2, "severity", "90")],
      ["projects.csv", setCell("projects.csv", 2, "month", "")],
      ["end-uses.csv", setCell("end-uses.csv", 2, "priority_class", "defense")],
    ];
    const alone = checkDataset(change(shippedTables), sha256);
    const filesAlone = [...new Set(alone.ok ? [] : alone.error.map(({ file }) => file))];
    expect(filesAlone).toHaveLength(1);
    const together = checkDataset(
      others.reduce((tables, [, other]) => other(tables), change(shippedTables)),
      sha256,
    );
    const filesTogether = new Set(together.ok ? [] : together.error.map(({ file }) => file));
    expect([...filesTogether].toSorted()).toEqual([...filesAlone, ...others.map(([file]) => file)].toSorted());
  });

  it("D21: what refers to a mineral or a stage is held against the rows of minerals.csv that could be read", () => {
    const several = [
      setCell("minerals.csv", 2, "symbol", "REE"),
      setCell("projects.csv", 2, "stage", "X"),
      setCell("events.csv", 2, "minerals", "ree|iron"),
      renameFile("parameters/tin.csv", "parameters/tinn.csv"),
    ];
    const result = checkDataset(
      several.reduce((tables, change) => change(tables), shippedTables),
      sha256,
    );
    expect(result.ok ? [] : result.error.map(({ file, column }) => `${file} ${column ?? ""}`)).toEqual([
      "minerals.csv symbol",
      "parameters/tinn.csv ",
      "parameters/tin.csv ",
      "events.csv minerals",
      "projects.csv stage",
    ]);
  });

  it("D4: a mistake in minerals.csv is not repeated for every row that names the mineral", () => {
    const result = checkDataset(setCell("minerals.csv", 2, "symbol", "REE")(shippedTables), sha256);
    expect(result.ok ? [] : result.error).toEqual([
      { file: "minerals.csv", row: 2, column: "symbol", wrong: `"REE" does not fit on the tile`, right: "write one or two characters" },
    ]);
  });
});
