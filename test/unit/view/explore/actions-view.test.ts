import { describe, expect, it } from "vitest";
import { readerOfRun } from "../../../../shared/indicator/run-reader.ts";
import type { ResultReader } from "../../../../shared/indicator/result-reader.ts";
import { createRun } from "../../../../shared/model/run.ts";
import { simulate } from "../../../../shared/model/simulate.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { buildActions } from "../../../../shared/view/explore/actions-view.ts";
import type { ActionsView } from "../../../../shared/view/explore/actions-view.ts";
import { dataset, model, setting } from "../../analysis/shipped-model.ts";
import { study } from "../effect/study-kit.ts";

const read = (levers: readonly LeverSetting[]): ResultReader => {
  const run = createRun(model);
  simulate(model, { levers, world: "stated", events: [] }, run);
  return readerOfRun(model, run);
};
const levers = [
  setting("ally_finance", 300, { partner: "CAN", minerals: ["cobalt"], end: "2032-01", ramp: 1 }),
  setting("ally_finance", 640, { partner: "AUS", minerals: ["ree"], start: "2028-07" }),
  setting("processing_invest", 1000),
  setting("tariff", 0, { start: "2030-01" }),
];
const made = study(levers);
const view = (withStudy: boolean): ActionsView =>
  buildActions({
    dataset,
    document: made.document,
    current: read(levers),
    statusQuoInWorld: read([]),
    outcomeYear: 2035,
    study: withStudy ? made : null,
    place: { mineral: null, weighting: "equal" },
  });

describe("actions and outcomes", () => {
  it("V61: lists every setting that differs in the dataset's order, with whom, from, to, strength and dates; none that stays at status quo", () => {
    expect(view(true).changed).toBe(2);
    expect(view(true).actions.map(({ name, scope, from, to, band, start, ramp, end }) => [name, scope, from, to, band, start, ramp, end])).toEqual([
      ["Processing investment support", "", "$0 m/yr", "$1,000 m/yr", "moderate", "2027", "12 months", ""],
      ["Ally partnerships", "Canada, cobalt", "$0 m/yr", "$300 m/yr", "moderate", "2027", "at once", "2032"],
      ["Ally partnerships", "Australia, rare earths", "$0 m/yr", "$640 m/yr", "large", "July 2028", "12 months", ""],
    ]);
  });

  it("V61: cost and effect belong to the lever, stand once, and say for how many settings; further ones say that they are counted there", () => {
    const { actions } = view(true);
    expect(actions.map(({ together }) => together)).toEqual([1, 2, 0]);
    expect(actions.map(({ cost }) => cost)).toEqual(["$949 m/yr", expect.stringMatching(/^\$\d+ m\/yr$/), "counted above"]);
    expect(actions.map(({ firstEffect }) => firstEffect)).toEqual(["2030", "none", "counted above"]);
    expect(actions.map(({ fullEffect }) => fullEffect)).toEqual(["still growing", "shows in imports from financed partner plants", "counted above"]);
    expect(view(false).actions.map(({ firstEffect, fullEffect }) => [firstEffect, fullEffect])).toEqual([
      ["n/a", "n/a"],
      ["n/a", "n/a"],
      ["counted above", "counted above"],
    ]);
  });

  it("V61: outcomes stand against status quo in this world, and differences are those of the shown values", () => {
    const { outcomes } = view(true);
    expect(outcomes[0]).toMatchObject({
      name: "Import dependence, all minerals",
      reference: "58%",
      scenario: "49%",
      difference: { text: "−9 points", tone: "better" },
    });
    expect(outcomes.map(({ id }) => id)).toContain("public-cost");
  });

  it("V61: what leaves the window says the same in both tables", () => {
    const [actions, outcomes] = view(true).tables;
    expect(actions.subtitle).toBe("Cost is the mean a year, 2027 to 2035; effects are those on import dependence of all minerals");
    expect(actions.rows.map((row) => row.length)).toEqual([11, 11, 11]);
    expect(actions.columns).toHaveLength(11);
    expect(actions.rows[1]).toEqual([
      "Ally partnerships",
      "Canada, cobalt",
      "$0 m/yr",
      "$300 m/yr",
      "moderate",
      "2027",
      "at once",
      "2032",
      expect.stringMatching(/^\$\d+ m\/yr for 2 settings$/),
      "none",
      "shows in imports from financed partner plants",
    ]);
    expect([outcomes.title, ...outcomes.columns]).toEqual(["Outcomes in 2035", "Outcome", "Status quo in this world", "This scenario", "Difference"]);
    expect(outcomes.rows.length).toBe(view(true).outcomes.length);
  });
});
