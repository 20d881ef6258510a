import { describe, expect, it } from "vitest";
import { readerOfRun } from "../../../../shared/indicator/run-reader.ts";
import type { ResultReader } from "../../../../shared/indicator/result-reader.ts";
import { createRun } from "../../../../shared/model/run.ts";
import { simulate } from "../../../../shared/model/simulate.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { monthAt, yearOf } from "../../../../shared/time.ts";
import { dataset, model, setting } from "../../analysis/shipped-model.ts";
import { effectOf, study, wordsOf } from "./study-kit.ts";

const read = (levers: readonly LeverSetting[]): ResultReader => {
  const run = createRun(model);
  simulate(model, { levers, world: "stated", events: [] }, run);
  return readerOfRun(model, run);
};

/** Every lever, once moderate and once at its upper bound. */
const eachLever = dataset.levers.flatMap((lever) =>
  [lever.bands.at(-2)!.upTo, lever.max].map((value) => setting(lever.id, value, lever.id === "ally_finance" ? { partner: "AUS" } : {})),
);

describe("lever study", () => {
  it("L40: dates are those of two plain runs, with and without the lever beside the others", () => {
    const levers = [setting("processing_invest", 800), setting("recycling_rate", 40), setting("hubs", 100)];
    const { effects } = study(levers);
    expect([...effects.keys()]).toEqual(["processing_invest", "hubs", "recycling_rate"]);
    for (const [lever, effect] of effects) {
      const [whole, without] = [read(levers), read(levers.filter((each) => each.lever !== lever))];
      for (const { mineral, dates } of effect.dependence.filter(({ weighting }) => weighting !== "value")) {
        const line = (reader: ResultReader) => (mineral === null ? reader.total("composite_equal") : reader.mineral(mineral, "dependence"));
        const first = model.years.find((_, year) => Math.abs(line(whole)[year]! - line(without)[year]!) >= 0.001 - 1e-12);
        expect(dates?.first).toBe(first);
      }
    }
  });

  it("L40: no effect is dated before the lever's start, and first, half and full follow each other", () => {
    for (const each of eachLever) {
      const effect = effectOf(each.lever, each.value, each);
      const all = [...effect.dependence.flatMap(({ dates }) => dates ?? []), ...effect.shows.map(({ dates }) => dates)];
      for (const { first, half, full, largest } of all) {
        expect(first).toBeGreaterThanOrEqual(yearOf(effect.start));
        expect(half).toBeGreaterThanOrEqual(first);
        expect(full ?? Infinity).toBeGreaterThanOrEqual(half);
        expect(largest.year).toBeGreaterThanOrEqual(full ?? half);
      }
    }
  });

  it("L41: permits end after the start and before construction, construction before the first visible year is over", () => {
    let seen = 0;
    for (const each of eachLever) {
      const effect = effectOf(each.lever, each.value, each);
      for (const { steps, dates } of effect.dependence) {
        if (steps === null || dates === null) continue;
        seen++;
        expect(monthAt(steps.permittedAt, dataset.start) > effect.start).toBe(true);
        expect(steps.builtAt).toBeGreaterThan(steps.permittedAt);
        expect(yearOf(monthAt(steps.builtAt, dataset.start))).toBeLessThanOrEqual(dates.first);
      }
    }
    expect(seen).toBeGreaterThan(60);
  });

  it("L41: a shorter permitting time brings the blocking step forward, and the date with it", () => {
    const plain = effectOf("magnet_invest", 300).dependence.find(({ mineral }) => mineral === "ree")!;
    const quick = effectOf("magnet_invest", 300, {}, [{ mineral: "ree", stage: "X", key: "t_con", value: 18 }]).dependence.find(
      ({ mineral }) => mineral === "ree",
    )!;
    expect(quick.steps!.builtAt).toBeLessThan(plain.steps!.builtAt);
    expect(quick.dates!.first).toBeLessThan(plain.dates!.first);
  });

  it("L40: a later start moves every date back by as much or more, and nothing is visible before it", () => {
    const at = (start: string) => effectOf("processing_invest", 1000, { start }).dependence[0]!.dates!.first;
    expect(at("2032-01")).toBeGreaterThanOrEqual(at("2027-01") + 4);
    expect(effectOf("processing_invest", 1000, { start: "2050-06" }).dependence.every(({ dates }) => dates === null)).toBe(true);
  });

  it("L40: a study leaves nothing behind for the next one", () => {
    const once = study([setting("mining_invest", 600), setting("ally_finance", 500, { partner: "CAN" })]);
    study([setting("rd_substitution", 300), setting("ally_finance", 900, { partner: "AUS" })]);
    expect(study([setting("mining_invest", 600), setting("ally_finance", 500, { partner: "CAN" })])).toEqual(once);
  });

  it("L40: settings at status quo are no lever that differs", () => {
    expect(study([setting("tariff", 0, { start: "2030-01" })]).effects.size).toBe(0);
  });

  it("L42 V255: every lever at any strength has words without holes, in its row and in its details", () => {
    for (const each of eachLever) {
      const effect = effectOf(each.lever, each.value, each);
      for (const mineral of [null, ...dataset.minerals.map(({ id }) => id)]) {
        const { row, brief, idle, details } = wordsOf(effect, mineral);
        expect(details.length).toBeGreaterThan(0);
        expect(row === null).toBe(brief === null && idle === null);
        expect(brief?.length ?? 0).toBeLessThanOrEqual(idle === null ? 23 : 9);
        expect([brief, idle].join(" ")).not.toMatch(/NaN|undefined|Infinity|[.(]$/);
        for (const text of [...details, ...(row === null ? [] : [row])]) {
          expect(text).toMatch(/^[A-Z$].*\.$/);
          expect(text).not.toMatch(/NaN|undefined|null|Infinity|  /);
        }
      }
    }
  });
});
