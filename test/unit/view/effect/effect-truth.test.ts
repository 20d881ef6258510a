/** Sentences about levers held against runs with and without them: each lever alone at its most, and all together. */
import { describe, expect, it } from "vitest";
import { readerOfRun } from "../../../../shared/indicator/run-reader.ts";
import { createRun } from "../../../../shared/model/run.ts";
import type { ResultReader } from "../../../../shared/indicator/result-reader.ts";
import type { Series } from "../../../../shared/model/run-result.ts";
import { simulate } from "../../../../shared/model/simulate.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { dataset, model, setting } from "../../analysis/shipped-model.ts";
import { study, wordsOf } from "./study-kit.ts";

const most = dataset.levers.map((lever): LeverSetting => setting(lever.id, lever.max, lever.id === "ally_finance" ? { partner: "AUS" } : {}));

const runs = { whole: createRun(model), without: createRun(model) };
const readers = { whole: readerOfRun(model, runs.whole), without: readerOfRun(model, runs.without) };
const fill = (run: keyof typeof runs, levers: readonly LeverSetting[]): void => {
  simulate(model, { levers, world: "stated", events: [] }, runs[run]);
};
const dependence = (reader: ResultReader, mineral: string | null): Series =>
  mineral === null ? reader.total("composite_equal") : reader.mineral(mineral, "dependence");

const VISIBLE = 0.001 * (1 - 1e-9);
const yearsOf = (text: string, pattern: RegExp): readonly number[] => (pattern.exec(text) ?? []).slice(1).map(Number);

function faultsOf(levers: readonly LeverSetting[], places: readonly (string | null)[]): readonly string[] {
  const { effects } = study(levers);
  fill("whole", levers);
  return [...effects.values()].flatMap((effect) => {
    fill(
      "without",
      levers.filter(({ lever }) => lever !== effect.lever),
    );
    return places.flatMap((mineral) => {
      const said = [wordsOf(effect, mineral).row ?? "", ...wordsOf(effect, mineral).details].join(" ");
      const without = dependence(readers.without, mineral);
      const differences = dependence(readers.whole, mineral).map((value, index) => value! - without[index]!);
      const at = (year: number): number => Math.abs(differences[model.years.indexOf(year)] ?? Number.NaN);
      const peak = Math.max(...differences.map(Math.abs));
      const first = model.years.find((year) => at(year) >= VISIBLE);
      const [begins] = yearsOf(said, /(?:No visible effect before|First visible effect on .*? in) (\d{4})/);
      const [full] = yearsOf(said, /Full effect in (\d{4})/);
      const [permits, built] = yearsOf(said, /permits run until (\d{4}), construction until (\d{4})/);
      const rises = (differences.find((each) => Math.abs(each) === peak) ?? 0) > 0 && first !== undefined;
      const wrong = [
        begins !== first && `begins ${begins}, visible from ${first}`,
        full !== undefined && at(full) < 0.9 * peak * (1 - 1e-9) && `full ${full}: ${at(full)} of ${peak}`,
        permits !== undefined && !(permits <= built! && built! <= begins!) && `permits ${permits}, construction ${built}, effect ${begins}`,
        rises !== / rises\./.test(said) && `rises: ${rises}`,
        built !== undefined && begins! - built > 3 && `built ${built}, visible from ${begins}`,
        rises && permits !== undefined && "a rise waits for no plants",
      ].filter((fault) => fault !== false);
      return wrong.map((fault) => `${effect.lever}, ${mineral ?? "all"}: ${fault}. ${said}`);
    });
  });
}

describe("sentences about levers are true", () => {
  it("L60: of each lever alone at its most the first year, the full effect, its steps and its direction are those of the runs", () => {
    expect(most.flatMap((each) => faultsOf([each], [null, "ree", "cobalt", "tin"]))).toEqual([]);
  });

  it("L60: so are they where all levers act together", () => {
    expect(faultsOf(most, [null, ...dataset.minerals.map(({ id }) => id)])).toEqual([]);
  });
});
