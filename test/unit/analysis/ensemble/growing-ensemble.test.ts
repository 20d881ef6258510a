import { describe, expect, it } from "vitest";
import { sampleRuns } from "../../../../shared/analysis/ensemble/ensemble.ts";
import { ensembleReport, studyOf } from "../../../../shared/analysis/ensemble/ensemble-study.ts";
import { moments } from "../../../../shared/analysis/ensemble/ensemble-statistics.ts";
import { growingEnsemble, stretchEnds, tornadoSoFar, type UncertaintyFindings } from "../../../../shared/analysis/ensemble/growing-ensemble.ts";
import { localRunner } from "../../../../shared/analysis/jobs/job-runner.ts";
import { done } from "../shipped-model.ts";
import { model } from "../small-model.ts";
import { smallStudy as question } from "./small-study.ts";

describe("growing ensemble", () => {
  it("V93: stretches end at 32, 64, 128 … and at the runs asked for; a late stop loses at most a quarter", () => {
    expect(stretchEnds(200)).toEqual([32, 64, 128, 200]);
    expect(stretchEnds(32)).toEqual([32]);
    const ends = stretchEnds(20_000);
    expect(ends.at(-1)).toBe(20_000);
    ends.slice(1).forEach((end, i) => {
      expect(end).toBeGreaterThan(ends[i]!);
      expect(end).toBeLessThanOrEqual(ends[i]! < 1024 ? 2 * ends[i]! : 1.25 * ends[i]! + 64);
    });
  });

  it("V93: each report equals that of a study of so many runs in one piece, bit for bit, and the tornado comes last", async () => {
    const runner = localRunner(model);
    const shown: UncertaintyFindings[] = [];
    const last = done(await growingEnsemble(runner, question, {}, (findings) => shown.push(findings)));
    expect(shown.map(({ report }) => report.runs)).toEqual([32, 64, 128, 200]);
    expect(shown.every(({ tornado }) => tornado === null)).toBe(true);
    expect(last.tornado!.rows).toHaveLength(last.parameters);
    for (const { report } of shown.slice(1)) {
      const sampled = done(await sampleRuns(runner, studyOf(question.plan, 0, report.runs)));
      expect(report).toEqual(done(await ensembleReport(runner, question.plan, sampled, question)));
    }
    expect(last.report).toEqual(shown.at(-1)!.report);
    const y = question.plan.years.indexOf(question.year);
    for (const { report, values } of shown) expect([values.length, moments(values).median]).toEqual([report.runs, report.quantiles[1]![0]![y]![2]]);
  });

  it("V115: what a stopped study has made gives the same tornado as a whole study of so many runs", async () => {
    const runner = localRunner(model);
    const first: UncertaintyFindings[] = [];
    const control = { isCancelled: () => first.length > 0 };
    expect(await growingEnsemble(runner, question, control, (findings) => first.push(findings))).toBe("cancelled");
    const whole = done(await growingEnsemble(runner, { ...question, runs: 32 }, {}, () => {}));
    expect(done(await tornadoSoFar(runner, question, first[0]!.values))).toEqual(whole.tornado);
  });

  it("N11, V93: stopped between stretches it ends, with progress in runs that never runs backwards", async () => {
    const progress: number[] = [];
    const shown: number[] = [];
    const stopped = await growingEnsemble(
      localRunner(model),
      question,
      { progress: (count) => progress.push(count), isCancelled: () => shown.length > 0 },
      ({ report }) => shown.push(report.runs),
    );
    expect(stopped).toBe("cancelled");
    expect(shown).toEqual([32]);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBeLessThan(200);
  });
});
