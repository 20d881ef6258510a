import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { createRun } from "../../../shared/model/run.ts";
import type { Run } from "../../../shared/model/run.ts";
import { simulate } from "../../../shared/model/simulate.ts";
import { describeEdit } from "../../../shared/scenario/describe-edit.ts";
import { setOwnWorld, setWorld } from "../../../shared/scenario/edit-scenario.ts";
import { inWorld, listedWorld, multiplierOf, withMultiplier, worldName } from "../../../shared/scenario/own-world.ts";
import { scenarioCode } from "../../../shared/scenario/scenario-code.ts";
import { readScenarioFile, writeScenarioFile } from "../../../shared/scenario/scenario-file.ts";
import { checkInputs } from "../../../shared/scenario/scenario-file-inputs.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import type { OwnWorld, ScenarioDocument, ScenarioInputs } from "../../../shared/scenario/scenario.ts";
import { settingLines } from "../../../shared/view/settings-list.ts";
import { dataset, model, setting } from "../analysis/shipped-model.ts";

const plain: OwnWorld = { name: "Mine", demand: {}, price: {} };
const inputs = (own?: OwnWorld, world = "high"): ScenarioInputs => ({
  levers: [setting("processing_invest", 500)],
  world,
  events: [{ event: "china_ree", start: "2031-01" }],
  ...(own ? { own_world: own } : {}),
});
function run(of: ScenarioInputs): Run {
  const made = createRun(model);
  simulate(model, of, made);
  return made;
}
const everything = ({ annual, stageMonths }: Run): readonly Float64Array[] => [
  stageMonths,
  ...Object.values(annual.stage),
  ...Object.values(annual.mineral),
  ...Object.values(annual.total),
];
const document = (own?: OwnWorld): ScenarioDocument => ({ ...statusQuoDocument("high"), inputs: inputs(own) });

describe("a world of one's own", () => {
  it("L48, M6: with multipliers of 1 every month and year is that of its base, bit for bit", () => {
    const ones = Object.fromEntries(dataset.minerals.map(({ id }) => [id, 1]));
    const base = everything(run(inputs()));
    for (const own of [plain, { ...plain, demand: ones, price: ones }]) {
      expect(everything(run(inputs(own))).every((series, i) => series.every((value, at) => Object.is(value, base[i]![at])))).toBe(true);
    }
  });

  it("L48: a multiplier holds in full from the first anchor after the base year, grows into it before, and touches no other mineral", () => {
    const own = { ...plain, demand: { cobalt: 1.5 }, price: { tin: 0.8 } };
    const [base, mine] = [run(inputs()), run(inputs(own))];
    base.minerals.forEach((m, index) => {
      const ratio = (kind: "demandIndex" | "priceIndex", t: number): number => mine.minerals[index]![kind][t]! / m[kind][t]!;
      const [demand, price] = [m.model.id === "cobalt" ? 1.5 : 1, m.model.id === "tin" ? 0.8 : 1];
      for (const t of [54, 120, 299]) {
        expect(ratio("demandIndex", t)).toBeCloseTo(demand, 12);
        expect(ratio("priceIndex", t)).toBeCloseTo(price, 12);
      }
      const early = ratio("demandIndex", 0);
      expect(early).toBeCloseTo(demand ** ((0.5 / 12 + 0.5) / 5), 12);
    });
    expect(run(inputs(own)).annual.mineral.dependence).not.toEqual(base.annual.mineral.dependence);
  });

  it("L48: the base counts, and asking again gives the same world", () => {
    const own = { ...plain, demand: { cobalt: 2 } };
    const [high, low] = [run(inputs(own)), run(inputs(own, "low"))];
    expect(high.minerals[2]!.demandIndex).not.toEqual(low.minerals[2]!.demandIndex);
    expect(run(inputs(own)).minerals[2]!.demandIndex).toEqual(high.minerals[2]!.demandIndex);
  });

  it("L48: a name and multipliers within bounds, or nothing changes", () => {
    const { worlds } = dataset;
    const own = { ...plain, demand: { cobalt: 1.2 } };
    const made = setOwnWorld(document(), worlds, "low", own);
    expect(made.inputs).toMatchObject({ world: "low", own_world: own });
    expect(setOwnWorld(made, worlds, "low", { ...own })).toBe(made);
    for (const wrong of [
      { ...own, name: " " },
      { ...own, price: { tin: 11 } },
      { ...own, demand: { tin: 0.05 } },
      { ...own, demand: { tin: NaN } },
    ]) {
      expect(setOwnWorld(made, worlds, "low", wrong)).toBe(made);
    }
    expect(setOwnWorld(made, worlds, "nowhere", own)).toBe(made);
    expect(setWorld(made, worlds, "low").inputs).toEqual({ ...inputs(), world: "low" });
  });

  it("L48: a multiplier of 1 is left out; one out of bounds changes nothing", () => {
    const own = withMultiplier(withMultiplier(plain, "demand", "cobalt", 1.5), "price", "tin", 0.5);
    expect(own).toEqual({ name: "Mine", demand: { cobalt: 1.5 }, price: { tin: 0.5 } });
    expect(withMultiplier(withMultiplier(own, "demand", "cobalt", 1), "price", "tin", 1)).toEqual(plain);
    expect(withMultiplier(own, "demand", "tin", 12)).toBe(own);
    expect([multiplierOf(own, "demand", "cobalt"), multiplierOf(own, "demand", "tin"), multiplierOf(undefined, "price", "tin")]).toEqual([1.5, 1, 1]);
  });

  it("L48: it has its name in lists, undo entries and settings, and another code", () => {
    const own = { ...plain, demand: { cobalt: 1.5 } };
    expect(worldName(dataset, inputs(own))).toBe("Mine");
    expect([listedWorld(inputs(own)), listedWorld(inputs())]).toEqual(["Mine", "high"]);
    const labels = emptyLabels("Any");
    const edit = (a?: OwnWorld, b?: OwnWorld): string => describeEdit(dataset, { document: document(a), labels }, { document: document(b), labels });
    const high = dataset.worlds.find(({ id }) => id === "high")!.label;
    expect([edit(undefined, own), edit(own, plain), edit(own, undefined)]).toEqual([`World ${high} to Mine`, "World Mine edited", `World Mine to ${high}`]);
    expect(settingLines(dataset, document(own)).find(({ name }) => name === "World")?.text).toBe(`Mine, after ${high}: demand for cobalt × 1.5`);
    expect(scenarioCode(document(own))).not.toBe(scenarioCode(document()));
    expect(scenarioCode(document(own))).not.toBe(scenarioCode(document(plain)));
  });

  it("L48, F1: files keep it; what does not fit is named by its path", () => {
    const own = { ...plain, demand: { cobalt: 1.5 } };
    const filed = { id: "own", ...emptyLabels("Own"), ...document(own), result: null };
    const text = writeScenarioFile({ app: "test", scenarios: [filed] }, sha256);
    const read = readScenarioFile("own.lodestone", text, dataset, sha256);
    expect(read.ok && read.value.scenarios[0]?.inputs).toEqual(inputs(own));
    expect(checkInputs(inputs({ name: "", demand: { unobtainium: 1 }, price: { tin: 40 } }), dataset).map(({ path }) => path)).toEqual([
      "own_world.name",
      "own_world.demand.unobtainium",
      "own_world.price.tin",
    ]);
    const byHand = JSON.stringify({ title: "By hand", inputs: inputs(own) });
    const plainRead = readScenarioFile("hand.json", byHand, dataset, sha256);
    expect(plainRead.ok && plainRead.value.scenarios[0]?.inputs).toEqual(inputs(own));
  });

  it("L48: a question about the dataset's worlds takes it away", () => {
    expect(inWorld(inputs({ ...plain, demand: { cobalt: 3 } }), "low")).toEqual({ ...inputs(), world: "low" });
  });
});
