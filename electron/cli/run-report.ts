/** A result as tables for a terminal: import dependence first, then each mineral by stage, then costs and totals, all with units. */
import { leverValueInFull } from "../../shared/format/lever-text.ts";
import type { Dataset, Mineral } from "../../shared/dataset/dataset.ts";
import { scaleFor } from "../../shared/format/scale.ts";
import { digitsText, readingText, valueText } from "../../shared/format/quantity.ts";
import { CATALOGUE, findIndicator } from "../../shared/indicator/catalogue.ts";
import { COST_YEARS, publicCostPerYear } from "../../shared/indicator/headline-cost.ts";
import type { Indicator } from "../../shared/indicator/indicator.ts";
import { readerOfResult } from "../../shared/indicator/result-of-run.ts";
import type { ResultReader } from "../../shared/indicator/result-reader.ts";
import type { RunResult, Series } from "../../shared/model/run-result.ts";
import { worldName } from "../../shared/scenario/own-world.ts";
import { type Assumption, isPresetEvent } from "../../shared/scenario/scenario.ts";
import { assumptionTexts } from "./assumption-list.ts";
import { textTable } from "./text-table.ts";

interface Report {
  readonly title: string;
  readonly assumptions: readonly Assumption[];
  /** With all years of the run: headline cost and scales need them. */
  readonly result: RunResult;
  readonly years: readonly number[];
  readonly everything: boolean;
  readonly dataset: Dataset;
}

/** What most readers ask of a stage or mineral; `--all` shows the rest. */
const shortList: Readonly<Record<"stage" | "mineral", readonly string[]>> = {
  stage: [
    "nirx",
    "nir",
    "nonallied_dependence",
    "production_t",
    "imports_t",
    "unmet_t",
    "total_loss_share",
    "premium_max",
    "cover_days",
    "capacity_t_per_yr",
    "top_supplier",
    "top_supplier_share",
    "lead_time_months",
  ],
  mineral: ["chain_origin_dependence", "nir_published_basis", "secondary_t", "collection_rate", "eol_rir", "substitution"],
};

const shownIndicators = (level: "stage" | "mineral", everything: boolean): readonly Indicator[] =>
  CATALOGUE.filter((indicator) => indicator.level === level && (everything || shortList[level].includes(indicator.id)));

export function runReport(report: Report): string {
  const { dataset, everything } = report;
  const reader = readerOfResult(report.result);
  const rest = everything ? "" : "Shortened: --all shows every indicator, --csv FILE and --json write them.\n";
  return [
    heading(report),
    dependence(report, reader),
    ...dataset.minerals.map((mineral) => mineralTable(report, reader, mineral)),
    totals(report, reader),
    rest,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function heading({ title, assumptions, result, dataset }: Report): string {
  const { levers, events } = result.inputs;
  const worldLabel = worldName(dataset, result.inputs);
  const lines = [title, `World: ${worldLabel}. Data: ${result.planner.data_vintage}. Model: ${result.planner.model_version}.`];
  lines.push(levers.length === 0 ? "No lever differs from status quo." : "Levers:");
  for (const { lever, value, start, ramp, end, minerals, ...details } of levers) {
    const row = dataset.levers.find((l) => l.id === lever);
    const where = minerals === "all" ? "" : ` for ${minerals.join(", ")}`;
    const rest = Object.entries(details).map(([key, detail]) => `, ${key} ${Array.isArray(detail) ? detail.join("+") : String(detail)}`);
    const span = `from ${start}${end === undefined ? "" : ` until before ${end}`}${ramp > 1 ? `, ramp ${ramp} months` : ""}`;
    lines.push(`  ${row?.name ?? lever}: ${row === undefined ? value : leverValueInFull(row, value)}${where}, ${span}${rest.join("")}`);
  }
  for (const event of events) {
    const name = isPresetEvent(event) ? (dataset.events.find((e) => e.id === event.event)?.name ?? event.event) : (event.name ?? "Own event");
    lines.push(`  Event: ${name}, from ${event.start}`);
  }
  if (assumptions.length > 0) lines.push("Assumptions that differ from the dataset:");
  lines.push(...assumptionTexts(assumptions, dataset).map((text) => `  ${text}`));
  return `${lines.join("\n")}\n`;
}

function dependence(report: Report, reader: ResultReader): string {
  const { dataset, years, result } = report;
  const row = (label: string, id: string, series: Series): readonly string[] => [label, ...cells(findAny(id), series, report, () => false)];
  const rows = [
    ...dataset.minerals.map((m) => row(m.name, "dependence", reader.mineral(m.id, "dependence"))),
    row("All minerals, each counted once", "composite_equal", reader.total("composite_equal")),
    row("All minerals, by value", "composite_value", reader.total("composite_value")),
  ];
  const need = `Import dependence, % of need met from abroad (all stages by value, normal conditions)`;
  const cost = `Public cost: ${valueText(publicCostPerYear(reader), scaleFor(findAny("public_cost_musd"), publicCostPerYear(reader), dataset.currency.symbol))}, mean of ${COST_YEARS.first} to ${COST_YEARS.last}`;
  const covers = COST_YEARS.first >= (result.years[0] ?? 0) && COST_YEARS.last <= (result.years.at(-1) ?? 0);
  return `${need}\n${yearTable(["Mineral"], years, rows)}${covers ? `${cost}\n` : ""}`;
}

function mineralTable(report: Report, reader: ResultReader, mineral: Mineral): string {
  const { dataset, years, everything } = report;
  const rows: (readonly string[])[] = [];
  for (const stage of mineral.stages) {
    const label = dataset.stages.find((s) => s.id === stage)?.label ?? stage;
    const production = reader.stage(mineral.id, stage, "production_t");
    for (const indicator of shownIndicators("stage", everything)) {
      if (indicator.unit === "text") {
        const names = reader.stageText(mineral.id, stage, indicator.id).map((iso3) => dataset.suppliers.find((s) => s.iso3 === iso3)?.country ?? iso3 ?? "n/a");
        rows.push([label, indicator.label, "", ...atShownYears(names, report)]);
      } else {
        const series = reader.stage(mineral.id, stage, indicator.id);
        rows.push([label, indicator.label, unitText(indicator, series, dataset), ...cells(indicator, series, report, (i) => (production[i] ?? 0) > 0)]);
      }
    }
  }
  for (const indicator of shownIndicators("mineral", everything)) {
    const series = reader.mineral(mineral.id, indicator.id);
    rows.push(["all stages", indicator.label, unitText(indicator, series, dataset), ...cells(indicator, series, report, () => false)]);
  }
  return `${mineral.name} (${mineral.contentUnit})\n${yearTable(["Stage", "Indicator", "Unit"], years, rows)}`;
}

function totals(report: Report, reader: ResultReader): string {
  const { dataset, years, result } = report;
  const rows = CATALOGUE.filter((i) => i.level === "total").map((indicator) => {
    const series = reader.total(indicator.id);
    return [indicator.label, unitText(indicator, series, dataset)].concat(cells(indicator, series, report, () => false));
  });
  const cost = findAny("public_cost_musd");
  for (const [lever, series] of Object.entries(result.totals.cost_by_lever_musd)) {
    const name = dataset.levers.find((l) => l.id === lever)?.name ?? lever;
    rows.push([`  cost of ${name}`, unitText(cost, series, dataset), ...cells(cost, series, report, () => false)]);
  }
  return `All minerals together\n${yearTable(["Indicator", "Unit"], years, rows)}`;
}

const yearTable = (columns: readonly string[], years: readonly number[], rows: readonly (readonly string[])[]): string =>
  textTable([...columns, ...years.map(String)], [...columns.map(() => "left" as const), ...years.map(() => "right" as const)], rows);

/** One scale for all years of a row, so that shown values compare. */
const scaleOf = (indicator: Indicator, series: Series, dataset: Dataset) =>
  scaleFor(indicator, Math.max(0, ...series.map((value) => Math.abs(value ?? 0))), dataset.currency.symbol);

function unitText(indicator: Indicator, series: Series, dataset: Dataset): string {
  const { prefix, suffix } = scaleOf(indicator, series, dataset);
  return `${prefix}${suffix.trimStart()}`;
}

function cells(indicator: Indicator, series: Series, report: Report, produces: (year: number) => boolean): readonly string[] {
  const scale = scaleOf(indicator, series, report.dataset);
  return atShownYears(
    series.map((value, i) => (value === null ? readingText(indicator.id, value, scale, produces(i)) : digitsText(value, scale))),
    report,
  );
}

const atShownYears = <T>(values: readonly T[], { result, years }: Report): readonly T[] => values.filter((_, i) => years.includes(result.years[i] ?? NaN));

/** An indicator of the country or of a mineral by its name. */
function findAny(id: string): Indicator {
  return CATALOGUE.some((i) => i.level === "total" && i.id === id) ? findIndicator("total", id) : findIndicator("mineral", id);
}
