import { beforeAll, describe, expect, it } from "vitest";
import { growingEnsemble, type UncertaintyFindings } from "../../../../shared/analysis/ensemble/growing-ensemble.ts";
import { localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { HEADLINE } from "../../../../shared/analysis/outcome.ts";
import { buildSettlingView, buildTornadoView } from "../../../../shared/view/uncertainty/tornado-view.ts";
import { chanceText, type UncertaintyInput } from "../../../../shared/view/uncertainty/uncertainty-context.ts";
import { buildUncertaintyView } from "../../../../shared/view/uncertainty/uncertainty-view.ts";
import { done } from "../../analysis/shipped-model.ts";
import { dataset, model } from "../../analysis/small-model.ts";
import { smallStudy as question } from "../../analysis/ensemble/small-study.ts";

describe("uncertainty view", () => {
  let findings: UncertaintyFindings;
  beforeAll(async () => {
    findings = done(await growingEnsemble(localRunner(model), question, {}, () => {}));
  });
  const viewOf = (more: Partial<UncertaintyInput> = {}) =>
    buildUncertaintyView({
      dataset,
      findings,
      scenario: { at: 1, name: "A" },
      against: { at: 0, name: "status quo" },
      outcome: HEADLINE,
      years: model.years,
      year: 2035,
      target: { value: 0.5, year: 2035 },
      seed: 7,
      runs: 200,
      ...more,
    });

  it("V93: the fan holds its bands in order in every year, and half of the runs lie between the two numbers of its finding", () => {
    const { fan } = viewOf();
    const at = (id: string) => fan.series.find((series) => series.id === id)!.values;
    model.years.forEach((_, y) => {
      const values = ["p5", "p25", "median", "p75", "p95"].map((id) => at(id)[y]!);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    });
    const y = model.years.indexOf(2035);
    const [low, high] = fan.title.match(/[\d.]+(?=%)/g)!.map(Number) as [number, number];
    expect(Math.abs(at("p25")[y]! * 100 - low)).toBeLessThanOrEqual(0.5);
    expect(Math.abs(at("p75")[y]! * 100 - high)).toBeLessThanOrEqual(0.5);
    for (const { area } of fan.series) expect(area === undefined || fan.series.some(({ id }) => id === area.to)).toBe(true);
  });

  it("V94: chances carry their run counts and errors; the finding tells what is not all yet; the same draws are said", () => {
    const view = viewOf();
    expect(view.title).toMatch(/^The 50% target is reached in .* of runs by 2035$/);
    expect(viewOf({ runs: 2000 }).title).toContain("of runs so far by 2035");
    expect(viewOf({ runs: 2000 }).subtitle).toMatch(/^200 of 2,000 runs with \d+ parameters drawn .* same draws, so differences are policy, not luck$/);
    expect(view.cards.map(({ label }) => label)).toEqual([
      "Median in 2035",
      "Chance of 50% or less in 2035",
      "Chance that A beats status quo",
      "Standard error of the mean in 2035",
    ]);
    const mostly = findings.report.probabilities!.map((row) => row.map((one) => ({ ...one, probability: 0.9, standardError: 0.0212 })));
    const unsure = viewOf({ findings: { ...findings, report: { ...findings.report, probabilities: mostly } } });
    expect(unsure.cards[1]!.detail).toBe("180 of 200 runs; ± 2.1 points");
    expect(view.chance!.series.map(({ name }) => name)).toEqual(["A", "Status quo"]);
  });

  it("V94: without a target the finding is who beats whom, and there is no chance of a target", () => {
    const view = viewOf({ findings: { ...findings, report: { ...findings.report, probabilities: null } }, target: null });
    expect(view.title).toMatch(/^A beats status quo in .* of runs: median \d+% against \d+% in 2035$/);
    expect(view.chance).toBeNull();
    expect(viewOf({ against: null, target: null }).title).toMatch(/^Import dependence in 2035 is \d+% in the middle run$/);
  });

  it("V94: a chance that is not exactly 0 or 1 is never shown as 0% or 100%", () => {
    expect([0, 0.001, 0.08, 0.999, 1, NaN].map(chanceText)).toEqual(["0%", "less than 1%", "8%", "more than 99%", "100%", "n/a"]);
  });

  it("V95: the tornado stands with its largest bar first inside its axis, in both readings, with a name and a place", () => {
    for (const reading of ["swings", "ranks"] as const) {
      const { bars, ticks, title } = buildTornadoView({
        dataset,
        outcome: HEADLINE,
        year: 2035,
        tornado: findings.tornado!,
        reading,
        runs: { made: 200, asked: 200 },
      });
      const sizes = bars.map(({ ends }) => {
        const values = [0, ...ends.map(({ value }) => value)];
        return Math.max(...values) - Math.min(...values);
      });
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      for (const { ends } of bars) for (const { value } of ends) expect(Math.abs(value)).toBeLessThanOrEqual(ticks.at(-1)!.value * (1 + 1e-9));
      expect(ticks.map(({ value }) => value)).toEqual(ticks.map(({ value }) => value).toSorted((a, b) => a - b));
      expect(title).toContain(bars[0]!.name);
    }
  });

  it("V115: ranks of a stopped study say how many runs they rest on, and below which size they may be chance", () => {
    const subtitle = (made: number) =>
      buildTornadoView({ dataset, outcome: HEADLINE, year: 2035, tornado: findings.tornado!, reading: "ranks", runs: { made, asked: 200 } }).subtitle;
    expect(subtitle(64)).toBe("Spearman rank correlation with the outcome in 2035 over the first 64 runs; below 0.25 it may be chance");
    expect(subtitle(200)).toMatch(/over 200 runs; below 0\.14 it may be chance$/);
  });

  it("V116: where all runs or none agree the bound of that chance is given, not an error of nothing", () => {
    const sure = { a: 1, b: 0, better: 1, equal: 0, worse: 0, standardError: 0, of: 200 };
    const duel = (more: Partial<typeof sure>) => viewOf({ findings: { ...findings, report: { ...findings.report, duels: [{ ...sure, ...more }] } } }).cards[2]!;
    expect(duel({})).toMatchObject({ value: "100%", detail: "in all 200 runs; could be as low as 98.5%" });
    expect(duel({ better: 0, worse: 1 })).toMatchObject({ value: "0%", detail: "in none of 200 runs; could be as high as 1.5%" });
    expect(duel({ better: 0.9, worse: 0.1, standardError: 0.0212 }).detail).toBe("worse in 10%; ± 2.1 points");
  });

  it("V95: settling lists the steps, each mean inside its own bar, and the error falls", () => {
    const { steps, table, title } = buildSettlingView(dataset, HEADLINE, 2035, findings.report.convergence[1]!);
    expect(steps.map(({ runs }) => runs)).toEqual([64, 128, 200]);
    for (const { low, mean, high } of steps) expect(low < mean && mean < high).toBe(true);
    expect(steps.at(-1)!.high - steps.at(-1)!.low).toBeLessThan(steps[0]!.high - steps[0]!.low);
    expect(table.rows).toHaveLength(3);
    expect(title).toMatch(/^After 200 runs the mean is known to ±\u00a0[\d.]+ points$/);
  });
});
