/** Tables of Compare: levers that differ, and outcomes with their differences from the reference. */
import type { OutcomeComparison, ScenarioComparison } from "../../analysis/compare.ts";
import { indicatorOf, isBetter, type Outcome } from "../../analysis/outcome.ts";
import type { Dataset, Lever } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { leverUnit } from "../../format/lever-text.ts";
import { exactNumberText, roundToSteps, stepsText } from "../../format/number.ts";
import { NOT_AVAILABLE } from "../../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import { inSentence, monthText } from "../../format/words.ts";
import type { Indicator } from "../../indicator/indicator.ts";
import type { LeverSetting } from "../../scenario/scenario.ts";
import type { CompareInput, LeverCell, LeverTable, OutcomeCell, OutcomeTable } from "./compare-view-types.ts";
import { COST_YEARS } from "../../indicator/headline-cost.ts";
import { dependenceChoice } from "../dependence.ts";
import { differenceView } from "../difference-view.ts";
import { stageFor, stageLabel } from "../view-context.ts";

export function leverTable({ dataset, items, reference }: CompareInput, { levers }: ScenarioComparison): LeverTable {
  const rows = levers.map(({ lever, settings, differs }) => ({
    id: lever.id,
    name: lever.name,
    unit: unitText(lever),
    statusQuo: exactNumberText(lever.default),
    cells: items.map((_, i): LeverCell => leverCell(dataset, lever, settings[i]!, i === reference, differs[i]!, settings[reference]!)),
  }));
  const same = dataset.levers.length - rows.length;
  return {
    rows,
    count: `${rows.length} of ${dataset.levers.length}`,
    hidden: same === 0 ? "" : `${same === 1 ? "1 lever is" : `${same} levers are`} the same in all`,
  };
}

const unitText = (lever: Lever): string => {
  const { prefix, suffix } = leverUnit(lever.unit);
  return `${prefix}${suffix}`.trim();
};

function leverCell(
  dataset: Dataset,
  lever: Lever,
  settings: readonly LeverSetting[],
  isReference: boolean,
  differs: boolean,
  reference: readonly LeverSetting[],
): LeverCell {
  if (!isReference && !differs) return { value: "=", detail: "", differs: false };
  const [only, ...more] = settings;
  if (only === undefined) return { value: exactNumberText(lever.default), detail: "", differs };
  if (more.length > 0) {
    return { value: settings.map(({ value }) => exactNumberText(value)).join(", "), detail: `${settings.length} settings`, differs };
  }
  const sameNumber = differs && reference.length === 1 && reference[0]!.value === only.value;
  return { value: exactNumberText(only.value), detail: settingDetail(dataset, lever, only, sameNumber), differs };
}

/** What a setting says beyond its value, where that is not the lever's own default; the start always where only it tells two settings apart. */
function settingDetail(dataset: Dataset, lever: Lever, setting: LeverSetting, withStart: boolean): string {
  const parts: string[] = [];
  if (withStart || setting.start !== lever.defaultStart) parts.push(`from ${monthText(setting.start)}`);
  if (setting.end !== undefined) parts.push(`until ${monthText(setting.end)}`);
  if (setting.ramp !== lever.defaultRampMonths) parts.push(`ramp ${setting.ramp} mo`);
  if (setting.minerals !== "all") {
    parts.push(
      dataset.minerals
        .filter(({ id }) => setting.minerals.includes(id))
        .map(({ symbol }) => symbol)
        .join(" "),
    );
  }
  if (setting.stages !== undefined) parts.push(setting.stages.map((stage) => inSentence(stageLabel(dataset, stage))).join(", "));
  if (setting.partner !== undefined) parts.push(setting.partner);
  if (setting.countries !== undefined && setting.countries !== "non_ally") parts.push(setting.countries.join(", "));
  if (setting.eligible !== undefined) parts.push(`${exactNumberText(100 * setting.eligible)}% eligible`);
  if (setting.phase_out === true) parts.push("phased out");
  return parts.join(" · ");
}

/** Outcomes that the table asks for: dependence over the years, then what goes with it. */
export function outcomesOf(input: CompareInput): readonly Outcome[] {
  const mineral = input.dataset.minerals.find(({ id }) => id === input.mineral) ?? null;
  const headline: Outcome = { indicator: dependenceChoice(mineral?.id ?? null, input.weighting).id, mineral: mineral?.id ?? null, stage: null };
  if (mineral === null) {
    const totals = ["composite_chain_equal", "emissions_consumption_t", "emissions_territorial_t", "private_cost_musd", "tariff_revenue_musd"];
    return [headline, ...totals.map((indicator): Outcome => ({ indicator, mineral: null, stage: null }))];
  }
  const stage = stageFor(mineral, input.stage);
  const ofMineral = ["chain_origin_dependence", "eol_rir", "emissions_consumption_t"].map((indicator): Outcome => ({
    indicator,
    mineral: mineral.id,
    stage: null,
  }));
  const ofStage = ["cover_days", "unmet_share", "top_supplier_share"].map((indicator): Outcome => ({ indicator, mineral: mineral.id, stage }));
  return [headline, ...ofStage, ...ofMineral];
}

/** Years of the table: the outcome year, and round years around it. */
export function tableYears(years: readonly number[], outcomeYear: number): readonly number[] {
  const last = years.at(-1) ?? outcomeYear;
  return [...new Set([2030, outcomeYear, 2040, last])].filter((year) => years.includes(year)).toSorted((a, b) => a - b);
}

export function outcomeTable(input: CompareInput, comparison: ScenarioComparison): OutcomeTable {
  const { dataset, outcomeYear } = input;
  const [headline, ...others] = comparison.outcomes;
  const rowsAt = (outcome: OutcomeComparison, year: number) => {
    const y = comparison.years.indexOf(year);
    const indicator = indicatorOf(outcome.outcome);
    const label = outcome === headline ? "Import dependence" : indicator.label;
    const { stage } = outcome.outcome;
    const where = stage === null ? "" : `, ${inSentence(stageLabel(dataset, stage))}`;
    return row(
      input,
      `${outcome.outcome.indicator}:${year}`,
      `${label}${where}, ${year}`,
      indicator,
      outcome.values.map((values) => values[y] ?? null),
    );
  };
  const year = comparison.years.includes(outcomeYear) ? outcomeYear : comparison.years.at(-1)!;
  const cost = indicatorOf({ indicator: "public_cost_musd", mineral: null, stage: null });
  return {
    rows: [
      ...(headline ? comparison.years.map((each) => rowsAt(headline, each)) : []),
      row(input, "cost", `Public cost, mean ${COST_YEARS.first}–${String(COST_YEARS.last).slice(2)}`, cost, comparison.cost.values),
      ...others.map((outcome) => rowsAt(outcome, year)),
    ],
  };
}

/** One scale and one number of decimals for a row; the finer ones where a whole step would hide a difference. */
function row({ dataset, items, reference }: CompareInput, key: string, label: string, indicator: Indicator, values: readonly (number | null)[]) {
  const extent = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
  const scale = scaleFor(indicator, extent, dataset.currency.symbol);
  const base = values[reference] ?? null;
  const decimals = values.some((value) => compareValues(value, base, scale).fine) ? scale.fineDecimals : scale.decimals;
  const texts = values.map((value) => (value === null ? NOT_AVAILABLE : stepsText(roundToSteps(value / scale.divisor, decimals), decimals)));
  const isScenario = items.map(({ letter }) => letter !== "");
  const best = bestOf(values, texts, isScenario, indicator);
  return {
    key,
    label,
    unit: `${scale.prefix}${scale.suffix}`.trim(),
    cells: values.map((value, i): OutcomeCell => ({
      value: texts[i]!,
      ...(i === reference ? { difference: "", tone: "neutral" as const } : difference(value, base, { ...scale, decimals }, indicator)),
      isBest: best !== null && isScenario[i]! && texts[i] === best,
    })),
  };
}

function difference(value: number | null, base: number | null, scale: DisplayScale, indicator: Indicator): Pick<OutcomeCell, "difference" | "tone"> {
  const comparison = compareValues(value, base, scale);
  if (comparison.kind === "none") return { difference: "=", tone: "neutral" };
  if (comparison.kind === "undefined") return { difference: "", tone: "neutral" };
  return { difference: comparison.short, tone: differenceView(comparison, indicator).tone };
}

/** Text of the best value among scenarios; null where none is better than the rest, or nothing is better by nature. */
function bestOf(values: readonly (number | null)[], texts: readonly string[], isScenario: readonly boolean[], indicator: Indicator): string | null {
  const raced = values.flatMap((value, i) => (isScenario[i]! && value !== null ? [{ value, text: texts[i]! }] : []));
  if (indicator.better === "neither" || new Set(raced.map(({ text }) => text)).size < 2) return null;
  return raced.reduce((best, one) => (isBetter(indicator, one.value, best.value) ? one : best)).text;
}
