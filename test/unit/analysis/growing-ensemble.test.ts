import { describe, expect, it } from "vitest";
import { sampleRuns } from "../../../shared/analysis/ensemble.ts";
import { ensembleReport, studyOf } from "../../../shared/analysis/ensemble-study.ts";
import { growingEnsemble, stretchEnds, type UncertaintyFindings, type UncertaintyQuestion } from "../../../shared/analysis/growing-ensemble.ts";
import { localRunner } from "../../../shared/analysis/job-runner.ts";
import { HEADLINE } from "../../../shared/analysis/outcome.ts";
import { done } from "./shipped-model.ts";
import { broad, model, statusQuo } from "./small-model.ts";

const question: UncertaintyQuestion = {
  plan: {
    scenarios: [
      { ...statusQuo, title: "Status quo" },
      { ...broad, title: "Broad" },
    ],
    outcomes: [HEADLINE],
    years: model.years,
    seed: 7,
  },
  ranked: 1,
  runs: 200,
  year: 2035,
  target: 0.5,
};

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
