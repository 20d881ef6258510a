/** An opened cell of the stress matrix for a terminal and for machines. */
import type { Pair, StressDetail } from "../../shared/analysis/stress/stress-detail.ts";
import type { StressEvent } from "../../shared/analysis/stress/stress.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { monthAt } from "../../shared/time.ts";
import { costText, percentText, plannerInfo } from "./analysis-text.ts";
import type { CsvTable } from "./answer.ts";
import { basedTable, type BasedRow, scenarioJson } from "./basis.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { mixedScenarios } from "./sources.ts";
import { countText, eventJson } from "./stress-report.ts";
import { textTable } from "./text-table.ts";

export function detailReport(dataset: Dataset, scenarios: readonly NamedScenario[], details: readonly StressDetail[]): string {
  const { event } = details[0]!;
  const classes = dataset.classes.map(({ label }) => `unmet, ${label.toLowerCase()}`);
  const head = `${event.name}, from ${monthAt(event.from, dataset.start)}, ${countText(dataset, event)}. Shares of need.\n`;
  const tables = details.map(({ minerals, cost }, s) => {
    const losses = textTable(
      ["mineral", "lost", ...classes, "priced out", "lost without it", "months to recover"],
      ["left", "right", ...classes.map(() => "right" as const), "right", "right", "right"],
      minerals.map((m) => [
        m.mineral,
        percentText(m.loss),
        ...m.unmetByClass.map((share) => percentText(share)),
        percentText(m.pricedOut),
        percentText(m.lossWithout),
        m.monthsToRecover === null ? "not in the run" : String(m.monthsToRecover),
      ]),
    );
    const stocks = textTable(
      ["mineral", "stage", "least days of cover", "without it", "reserve sold, t", "months to refill"],
      ["left", "left", "right", "right", "right", "right"],
      minerals.flatMap((m) =>
        m.stages.map((stage) => [
          m.mineral,
          stage.stage,
          least(stage.coverDays, "withEvent", event),
          least(stage.coverDays, "without", event),
          stage.released.toFixed(0),
          stage.refillMonths === null ? "not in the run" : String(stage.refillMonths),
        ]),
      ),
    );
    const money = `Public cost from the event's first year on, with minus without: ${costText(dataset, cost.all).replace("/yr", "")}, of it reserve ${costText(dataset, cost.reserve).replace("/yr", "")}.\n`;
    return `${scenarios[s]!.title}\n\n${losses}\n${stocks}\n${money}`;
  });
  return [head, ...mixedScenarios(scenarios), ...tables].join("\n");
}

function least(pair: Pair, which: keyof Pair, event: StressEvent): string {
  const values = [...pair[which].subarray(event.from, event.countedTo)].filter((value) => !Number.isNaN(value));
  return values.length === 0 ? "n/a" : Math.min(...values).toFixed(0);
}

export const detailJson = (dataset: Dataset, scenarios: readonly NamedScenario[], details: readonly StressDetail[]) => ({
  planner: plannerInfo(dataset),
  event: eventJson(dataset, details[0]!.event),
  months: Array.from({ length: dataset.months }, (_, t) => monthAt(t, dataset.start)),
  scenarios: details.map(({ minerals, cost }, s) => ({
    ...scenarioJson(dataset, scenarios[s]!),
    cost_musd: cost,
    minerals: minerals.map((m) => ({
      mineral: m.mineral,
      loss: m.loss,
      loss_without: m.lossWithout,
      unmet_by_class: Object.fromEntries(dataset.classes.map(({ id }, k) => [id, m.unmetByClass[k]])),
      priced_out: m.pricedOut,
      monthly_loss: pairJson(m.monthlyLoss),
      months_to_recover: m.monthsToRecover,
      stages: m.stages.map((stage) => ({
        stage: stage.stage,
        cover_days: pairJson(stage.coverDays),
        government_stock_t: pairJson(stage.governmentStock),
        released_t: stage.released,
        refill_months: stage.refillMonths,
      })),
    })),
  })),
});

const pairJson = ({ withEvent, without }: Pair) => ({ with_event: [...withEvent], without: [...without] });

/** Month by month, with the event and without it; the loss of a mineral has no stage. */
export const detailTable = (dataset: Dataset, scenarios: readonly NamedScenario[], details: readonly StressDetail[]): CsvTable =>
  basedTable(
    dataset,
    ["scenario", "mineral", "stage", "measure", "month", "with_event", "without"],
    details.flatMap(({ minerals }, s) => {
      const scenario = scenarios[s]!;
      const months = (mineral: string, stage: string, measure: string, pair: Pair): readonly BasedRow[] =>
        Array.from(pair.withEvent, (value, t) => ({
          cells: [scenario.title, mineral, stage, measure, monthAt(t, dataset.start), value, pair.without[t]],
          scenario,
        }));
      return minerals.flatMap(({ mineral, monthlyLoss, stages }) => [
        ...months(mineral, "", "loss", monthlyLoss),
        ...stages.flatMap(({ stage, coverDays, governmentStock }) => [
          ...months(mineral, stage, "cover_days", coverDays),
          ...months(mineral, stage, "government_stock_t", governmentStock),
        ]),
      ]);
    }),
  );
