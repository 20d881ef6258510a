/** `planner run`, as a person types it. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../../electron/cli/run-command.ts";
import { shippedFolder } from "../dataset/shipped-tables.ts";
import { file, write } from "../scenario-file/sample-files.ts";
import { type Outcome, planner, plannerHere } from "./run-planner.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "planner-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SAMPLE = "resources/samples/reserve-first.lodestone";

/** Names in the same order, equal texts and nulls; numbers to 1e-9, because another processor may round the last digit otherwise. */
function differences(actual: unknown, expected: unknown, path: string): readonly string[] {
  const told = (value: unknown): string => JSON.stringify(value) ?? "nothing";
  if (typeof expected === "number" && typeof actual === "number") {
    return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) ? [] : [`${path}: ${actual} is not ${expected}`];
  }
  if (typeof expected !== "object" || expected === null || typeof actual !== "object" || actual === null) {
    return Object.is(actual, expected) ? [] : [`${path}: ${told(actual)} is not ${told(expected)}`];
  }
  if (told(Object.keys(actual)) !== told(Object.keys(expected))) return [`${path}: ${told(Object.keys(actual))} are not ${told(Object.keys(expected))}`];
  return Object.entries(expected).flatMap(([key, value]) => differences((actual as Record<string, unknown>)[key], value, `${path}.${key}`));
}

describe("planner run", () => {
  it("K3: JSON has the names, nesting and numbers of the golden file", () => {
    const args = [
      "--set",
      "reserve_days=90,stages=P+X",
      "--set",
      "recycling_rate=40,minerals=ree+tin@2028-01",
      "--world",
      "high",
      "--event",
      "china_ree@2029-01",
    ];
    const { code, out, err } = planner("run", ...args, "--years", "2029,2035", "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const golden = JSON.parse(readFileSync(new URL("golden/run.json", import.meta.url), "utf8")) as unknown;
    expect(differences(JSON.parse(out), golden, "run")).toEqual([]);
  });

  it("K3: JSON holds all years unless --years asks for some, and says which model and data made it", async () => {
    const result = JSON.parse((await plannerHere("run", "--json")).out) as {
      planner: object;
      inputs: object;
      years: number[];
      totals: { composite_equal: number[] };
    };
    expect(result.years).toHaveLength(25);
    expect(result.totals.composite_equal).toHaveLength(25);
    expect(result.planner).toEqual({ model_version: expect.any(String) as unknown, data_vintage: expect.stringMatching(/ · [0-9a-f]{8}$/) as unknown });
    expect(result.inputs).toEqual({ levers: [], world: "stated", events: [] });
  });

  it("K2: --set replaces the file's settings of that lever; several of one lever stand side by side; --event is added", async () => {
    const args = [
      "--set",
      "processing_invest=100,minerals=ree,ramp=0@2030-01..2035-01",
      "--set",
      "processing_invest=50,minerals=tin",
      "--event",
      "china_gage@2031-01",
      "--json",
      "--years",
      "2031",
    ];
    const { inputs } = JSON.parse((await plannerHere("run", SAMPLE, ...args)).out) as { inputs: unknown };
    expect(inputs).toEqual({
      levers: [
        { lever: "reserve_days", value: 180, start: "2027-01", ramp: 1, minerals: "all", stages: ["P", "X"] },
        { lever: "magnet_invest", value: 100, start: "2032-01", ramp: 12, minerals: "all" },
        { lever: "processing_invest", value: 100, start: "2030-01", ramp: 0, minerals: ["ree"], end: "2035-01" },
        { lever: "processing_invest", value: 50, start: "2027-01", ramp: 12, minerals: ["tin"] },
      ],
      world: "stated",
      events: [{ event: "china_gage", start: "2031-01" }],
    });
  });

  it("K2: a lever at its default gives the status quo to the last bit", async () => {
    const minerals = async (...args: string[]): Promise<unknown> =>
      (JSON.parse((await plannerHere("run", "--json", ...args)).out) as { minerals: unknown }).minerals;
    expect(await minerals("--set", "reserve_days=0", "--set", "ppp_public_share=50")).toEqual(await minerals());
  });

  it("K4: tables name title, world, levers, vintage and units, and every mineral and stage", async () => {
    const { code, out } = await plannerHere("run", SAMPLE, "--years", "2030,2050");
    expect(code).toBe(0);
    expect(out).toMatch(/^Reserve first\nWorld: Stated policies\. Data: US 2026\.1 · [0-9a-f]{8}\. Model: /);
    expect(out).toContain("  Strategic reserve: 180 days of stage demand, from 2027-01, stages P+X\n");
    expect(out).toMatch(/Import dependence, % of need met from abroad.*\nMineral +2030 +2050\n/);
    for (const name of ["Rare earths", "Lithium", "Cobalt", "Nickel", "Tantalum", "Tin", "Natural graphite and anode material", "Gallium", "Germanium"]) {
      expect(out).toMatch(new RegExp(`^${name} +\\d+ +\\d+$`, "m"));
    }
    expect(out).toMatch(/^Magnets +Production at home +kt +[\d.]+ +[\d.]+$/m);
    expect(out).toMatch(/^ {2}cost of Strategic reserve +\$/m);
    expect(out).not.toContain("Starts of new");
    expect((await plannerHere("run", SAMPLE, "--all")).out.split("\n").length).toBeGreaterThan(out.split("\n").length * 2);
  });

  it("K5: CSV is long, with units, every digit and empty cells where nothing is defined", async () => {
    const path = join(folder, "out.csv");
    const { code, out } = await plannerHere("run", SAMPLE, "--years", "2026,2035", "--csv", path);
    expect(code).toBe(0);
    expect(out).toContain(`Wrote ${path}.`);
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(lines[0]).toBe("year,mineral,stage,indicator,unit,value");
    expect(lines.every((line) => line.split(",").length === 6)).toBe(true);
    const json = JSON.parse((await plannerHere("run", SAMPLE, "--years", "2026,2035", "--json")).out) as {
      minerals: { ree: { stages: { P: { nirx: number[] } }; mineral: { dependence: number[] } } };
    };
    expect(lines).toContain(`2035,ree,P,nirx,fraction,${json.minerals.ree.stages.P.nirx[1]}`);
    expect(lines).toContain(`2026,ree,,dependence,fraction,${json.minerals.ree.mineral.dependence[0]}`);
    expect(lines).toContain("2026,cobalt,M,nirx,fraction,");
    expect(lines.some((line) => /^2035,,,cost_by_lever_musd\.reserve_days,million USD of 2025,\d/.test(line))).toBe(true);
    expect(lines.some((line) => /^2035,ree,,cost_by_mineral_musd,million USD of 2025,\d/.test(line))).toBe(true);
  });

  it("K2: one scenario of several is chosen by its number, with its assumptions", async () => {
    const path = join(folder, "two.lodestone");
    writeFileSync(path, write(file));
    const refused = await plannerHere("run", path);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toMatch(/holds 2 scenarios; choose one with --scenario:\n {2}1 {2}Half a step “off”\n {2}2 {2}Second\n/);
    expect((await plannerHere("run", path, "--scenario", "2")).out).toMatch(/^Second\n/);
    expect(await plannerHere("run", path, "--scenario", "3")).toMatchObject({ code: 2, out: "" });
  });

  it("K4 K36: every assumption stands in the heading, the JSON and the CSV with the dataset's own value", async () => {
    const path = join(folder, "assumed.lodestone");
    const assumptions = [{ mineral: "all", stage: "", key: "x0_entry", value: 0.08 }];
    writeFileSync(path, write({ ...file, scenarios: [{ ...file.scenarios[0]!, assumptions, result: null }] }));
    const { code, out } = await plannerHere("run", path);
    expect(code).toBe(0);
    expect(out).toMatch(/Assumptions that differ from the dataset:\n {2}(all )?x0_entry: 0.08 .*\(dataset: 0.04\)/);

    const csv = join(folder, "assumed.csv");
    const json = JSON.parse((await plannerHere("run", path, "--json", "--csv", csv)).out) as { assumptions: unknown };
    const [one] = assumptions;
    expect(json.assumptions).toEqual([{ ...one, unit: expect.any(String) as unknown, dataset_value: 0.04 }]);
    const last = readFileSync(csv, "utf8").trimEnd().split("\n").slice(-2);
    expect(last[0]).toMatch(/^,all,,assumption\.x0_entry,.*,0\.08$/);
    expect(last[1]).toMatch(/^,all,,dataset\.x0_entry,.*,0\.04$/);
  });
});

/** The command without a process of its own, for the many ways to mistype. */
function inProcess(args: readonly string[]): Outcome {
  let out = "";
  let err = "";
  const code = runCommand.run(args, { out: (text) => void (out += text), err: (text) => void (err += text) });
  return { code, out, err };
}

describe("planner run with bad input", () => {
  const cases: readonly (readonly [args: readonly string[], err: RegExp])[] = [
    [["--sett", "x"], /Unknown option '--sett'.*--set, --event, --world/],
    [["--set"], /--set/],
    [["a.lodestone", "b.lodestone"], /"b.lodestone" is one argument too many/],
    [["none.lodestone"], /none.lodestone could not be read: no such file/],
    [["--set", "reserve=1"], /"reserve" is not a lever; the levers are reserve_days, mining_invest/],
    [["--set", "reserve_days"], /there is no value; write reserve_days= and a number from 0 to 365/],
    [["--set", "reserve_days=999"], /999 is out of range for reserve_days; write 0 to 365 \(days of stage demand\)/],
    [["--set", "reserve_days=90,minerals=iron"], /"iron" is not a known mineral; write ree, lithium/],
    [["--set", "reserve_days=90,stages=Q"], /"Q" is not a known stage; write M, P or X/],
    [["--set", "mining_invest=90,stages=P"], /mining_invest has no setting "stages"; it has ramp and minerals/],
    [["--set", "permit_speed=90,minerals=ree"], /permit_speed has no setting "minerals"/],
    [["--set", "reserve_days=90,colour=red"], /no setting "colour"; it has ramp, minerals and stages/],
    [["--set", "reserve_days=90,ramp=x"], /"x" is not a number of months/],
    [["--set", "price_floor=90,eligible=2"], /2 is out of range; write a share from 0 to 1/],
    [["--set", "production_credit=9,phase_out=maybe"], /neither true nor false/],
    [["--set", "ally_finance=90"], /ally_finance needs a partner; write CHN, AUS/],
    [["--set", "ally_finance=90,partner=XYZ"], /"XYZ" is not a known supplier/],
    [["--set", "reserve_days=90@2027"], /"2027" is not a date; write @2027-01/],
    [["--set", "reserve_days=90@2030-01..2029-01"], /2029-01 is not after the start 2030-01/],
    [["--world", "mars"], /"mars" is not a world; the worlds are stated, low, high, net_zero, ai_surge/],
    [["--event", "flood@2029-01"], /"flood" is not an event; the events are china_ree/],
    [["--event", "china_ree"], /the date is missing; write china_ree@ and a month/],
    [["--event", "china_ree@soon"], /"soon" is not a month/],
    [["--years", "2030,1999"], /"1999" is not a year of the run; write years from 2026 to 2050/],
    [["--scenario", "1"], /--scenario needs a file/],
    [["--dataset", "no-such-folder"], /no-such-folder could not be read: it does not exist/],
  ];
  it.each(cases)("K1: %j says what would be right, writes nothing and exits with 2", (args, err) => {
    const csv = join(folder, "never.csv");
    const outcome = inProcess([...args, "--csv", csv]);
    expect(outcome).toMatchObject({ code: 2, out: "", err: expect.stringMatching(err) as unknown });
    expect(existsSync(csv)).toBe(false);
  });

  it("K1: the process exits with 2 and writes nothing", () => {
    const csv = join(folder, "never.csv");
    const outcome = planner("run", "--set", "reserve_days=999", "--csv", csv);
    expect(outcome).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/999 is out of range/) as unknown });
    expect(existsSync(csv)).toBe(false);
  });

  it("K1: a folder that is missing is no place for a CSV file", async () => {
    expect(await plannerHere("run", "--csv", join(folder, "none", "x.csv"))).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/could not be written/) as unknown,
    });
  });

  it("K1: a damaged file is refused", async () => {
    const path = join(folder, "damaged.lodestone");
    writeFileSync(path, readFileSync(SAMPLE, "utf8").replace('"value": 180', '"value": 18'));
    expect(await plannerHere("run", path)).toMatchObject({ code: 2, out: "", err: expect.stringMatching(/checksum does not fit/) as unknown });
  });

  it("K1: a broken dataset is named by file, row and column, one line each", async () => {
    const dataset = join(folder, "dataset");
    cpSync(shippedFolder, dataset, { recursive: true });
    const events = join(dataset, "events.csv");
    writeFileSync(events, readFileSync(events, "utf8").replace(",targeted,0.9,12,", ",targeted,nine,12,"));
    const { code, out, err } = await plannerHere("run", "--dataset", dataset);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe('The dataset was not loaded.\n  events.csv, row 2, column severity: "nine" is not a number; write a number from 0 to 1\n');
  });
});

describe("planner", () => {
  it("K1: help lists the commands; a command's help lists its options", () => {
    const { code, out } = planner("--help");
    expect(code).toBe(0);
    for (const name of ["run", "verify", "nir"]) expect(out).toMatch(new RegExp(`^ {2}${name} `, "m"));
    expect(planner("run", "--help").out).toMatch(/--set LEVER=VALUE/);
    expect(planner()).toMatchObject({ code: 2, out: "" });
  });

  it("K1: an unknown command lists the commands", async () => {
    expect(await plannerHere("rum")).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringMatching(/^"rum" is not a command; the commands are run, verify, compare, /) as unknown,
    });
    expect(await plannerHere("constructor")).toMatchObject({ code: 2, out: "" });
  });
});
