/** An ensemble for a terminal and for machines, whether it was run in one piece or merged from shards. */
import type { EnsembleReport, ReportQuestion, StudyPlan } from "../../shared/analysis/ensemble/ensemble-study.ts";
import { type Probability, unanimityBound } from "../../shared/analysis/ensemble/ensemble-statistics.ts";
import { outcomeName } from "../../shared/analysis/outcome.ts";
import type { Tornado } from "../../shared/analysis/ensemble/tornado.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { DisplayScale } from "../../shared/format/scale.ts";
import { amountText, percentText, plannerInfo, scaleOf } from "./analysis-text.ts";
import type { CsvTable } from "./answer.ts";
import { basedTable, basisText, scenarioJson } from "./basis.ts";
import { defaultYears } from "./result-years.ts";
import { mixedScenarios } from "./sources.ts";
import { textTable } from "./text-table.ts";

const TORNADO_ROWS = 15;

export interface EnsembleFindings {
  readonly dataset: Dataset;
  readonly plan: StudyPlan;
  readonly question: ReportQuestion;
  /** First run number. */
  readonly from: number;
  readonly report: EnsembleReport;
  readonly tornado: Tornado | null;
}

export function ensembleText(findings: EnsembleFindings): string {
  const { dataset, plan, question, report, from } = findings;
  const [headline] = plan.outcomes;
  const scale = scaleOf(dataset, headline!, report.quantiles.flat(3));
  const years = [...new Set([...defaultYears(plan.years), question.year])].toSorted((a, b) => a - b);
  const head = `${outcomeName(headline!)}, runs ${from} to ${from + report.runs - 1}, seed ${plan.seed}.\n`;
  const bands = textTable(
    ["scenario", "year", "P5", "P25", "median", "P75", "P95", ...(question.target === null ? [] : ["probability of target"])],
    ["left", "right", "right", "right", "right", "right", "right", "right"],
    plan.scenarios.flatMap(({ title }, s) =>
      years.map((year) => {
        const y = plan.years.indexOf(year);
        const probability = report.probabilities?.[s]?.[y];
        const band = report.quantiles[s]![0]![y]!.map((value) => amountText(value, scale));
        return [title, String(year)].concat(band, probability === undefined ? [] : probabilityText(probability));
      }),
    ),
  );
  const title = (i: number): string => plan.scenarios[i]!.title;
  const duels = report.duels.map(
    ({ a, b, better, equal, worse, standardError, of }) =>
      `${title(a)} beats ${title(b)} in ${probabilityText({ probability: better, standardError, of })} of the runs, equals it in ${percentText(equal)}, loses in ${percentText(worse)}.\n`,
  );
  const settled = plan.scenarios.map(({ title }, s) => {
    const last = report.convergence[s]!.at(-1)!;
    return `${title} in ${question.year}: mean ${amountText(last.mean, scale)}, standard error ${amountText(last.standardError, differenceScale(scale))}.\n`;
  });
  return [head, ...mixedScenarios(plan.scenarios), bands, duels.join(""), settled.join(""), tornadoText(findings, scale), basisText(dataset, plan.scenarios)]
    .filter((part) => part !== "")
    .join("\n");
}

/** "53.1% ± 2.5%", "100.0% (at least 98.5%)": never 0 or 100% where a run says otherwise. */
function probabilityText({ probability, standardError, of }: Probability): string {
  if (probability === 1) return `${percentText(1)} (at least ${percentText(1 - unanimityBound(of))})`;
  if (probability === 0) return `${percentText(0)} (at most ${percentText(unanimityBound(of))})`;
  return `${percentText(Math.min(ALMOST, Math.max(1 - ALMOST, probability)))} ± ${percentText(standardError)}`;
}

/** The last share that is not shown as 100.0%. */
const ALMOST = 0.999;

const differenceScale = (scale: DisplayScale): DisplayScale => ({ ...scale, suffix: scale.differenceSuffix });

function tornadoText({ tornado, plan, question }: EnsembleFindings, scale: DisplayScale): string {
  if (tornado === null) return "";
  const table = textTable(
    ["parameter", "low", "used", "high", "rank correlation", "at low", "at high"],
    ["left", "right", "right", "right", "right", "right", "right"],
    tornado.rows
      .slice(0, TORNADO_ROWS)
      .map(({ parameter, rankCorrelation, atLow, atHigh }) => [
        [parameter.mineral, parameter.stage, parameter.key].filter((part) => part !== "").join(" "),
        String(parameter.low),
        String(parameter.mode),
        String(parameter.high),
        rankCorrelation.toFixed(2),
        amountText(atLow, scale),
        amountText(atHigh, scale),
      ]),
  );
  return `What moves ${plan.scenarios.at(-1)!.title} in ${question.year} (${amountText(tornado.middle, scale)} at the parameters in use):\n\n${table}`;
}

export const ensembleJson = ({ dataset, plan, question, from, report, tornado }: EnsembleFindings) => ({
  planner: plannerInfo(dataset),
  seed: plan.seed,
  runs: [from, from + report.runs],
  years: plan.years,
  bands: report.bands,
  headline_year: question.year,
  target: question.target,
  scenarios: plan.scenarios.map((scenario, s) => ({
    ...scenarioJson(dataset, scenario),
    outcomes: plan.outcomes.map((outcome, o) => ({ ...outcome, quantiles: report.quantiles[s]![o] })),
    probability_of_target: report.probabilities?.[s] ?? null,
    convergence: report.convergence[s],
  })),
  duels: report.duels.map(({ a, b, better, equal, worse, standardError }) => ({ a, b, better, equal, worse, standard_error: standardError })),
  tornado:
    tornado === null
      ? null
      : {
          middle: tornado.middle,
          rows: tornado.rows.map(({ parameter, rankCorrelation, atLow, atHigh }) => ({
            ...parameter,
            rank_correlation: rankCorrelation,
            at_low: atLow,
            at_high: atHigh,
          })),
        },
});

export function ensembleTable({ dataset, plan, from, report }: EnsembleFindings): CsvTable {
  const { scenarios, outcomes, years, seed } = plan;
  return basedTable(
    dataset,
    ["scenario", "indicator", "mineral", "stage", "year", "p5", "p25", "p50", "p75", "p95", "probability_of_target", "standard_error"],
    scenarios.flatMap((scenario, s) =>
      outcomes.flatMap(({ indicator, mineral, stage }, o) =>
        years.map((year, y) => {
          const chance = o === 0 ? report.probabilities?.[s]?.[y] : undefined;
          const band = report.quantiles[s]![o]![y]!;
          return { cells: [scenario.title, indicator, mineral, stage, year, ...band, chance?.probability, chance?.standardError], scenario };
        }),
      ),
    ),
    { seed, first_run: from, runs: report.runs },
  );
}
