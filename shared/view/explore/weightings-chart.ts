/** The composite over all minerals by its two weightings, each against its status quo: solid the plain mean, dashed the mean weighted by value. */
import { valueAxis, yearTicks } from "../../chart/axis.ts";
import type { ChartSeries, ChartSpec } from "../../chart/chart-spec.ts";
import { CURRENT, STATUS_QUO } from "../../chart/palette.ts";
import { compareValues } from "../../format/comparison.ts";
import type { Series } from "../../model/run-result.ts";
import { IMPORT_DEPENDENCE, dependenceChoice, dependenceOf } from "../dependence.ts";
import { eventSpans } from "../event-spans.ts";
import type { Weighting } from "./explore-types.ts";
import { nothingPublished } from "./published-line.ts";
import { indicatorFor, mineralCount, sameSeries } from "../view-context.ts";
import type { ViewContext } from "../view-context.ts";

interface Weighted {
  readonly weighting: Weighting;
  /** "plain mean" */
  readonly name: string;
  readonly dash: readonly number[];
  readonly current: Series;
  readonly inWorld: Series;
}

export function weightingsChart(context: ViewContext): ChartSpec {
  const { readers, dataset, document, years, currency } = context;
  const indicator = indicatorFor(dependenceChoice(null, "equal"));
  const weighted = (["equal", "value"] as const).map((weighting): Weighted => ({
    weighting,
    name: weighting === "equal" ? "plain mean" : "by value",
    dash: weighting === "equal" ? [] : [8, 5],
    current: dependenceOf(readers.current, null, weighting),
    inWorld: dependenceOf(readers.statusQuoInWorld, null, weighting),
  }));
  const y = valueAxis(
    indicator,
    weighted.map(({ inWorld }) => inWorld),
    weighted.map(({ current }) => current),
    currency,
  );
  const texts = weighted.map(({ name, current, inWorld }, index) => {
    const comparison = compareValues(current[context.yearIndex], inWorld[context.yearIndex], y.scale);
    const isKnown = context.changed.length > 0 || comparison.kind !== "none";
    return `${name} ${comparison.current}${isKnown ? ` (${comparison.difference}${index === 0 ? " from status quo" : ""})` : ""}`;
  });
  return {
    key: "composite:weightings",
    form: "lines",
    title: `${IMPORT_DEPENDENCE} in ${context.year}: ${texts.join(", ")}`,
    subtitle: `Share of ${dataset.home.adjective} need met from abroad, %, ${mineralCount(dataset)} by two weightings${nothingPublished(dataset)}`,
    years,
    xTicks: yearTicks(years),
    y,
    series: weighted.flatMap(lines),
    target: null,
    marks: [],
    spans: eventSpans(dataset, document.inputs.events, null),
    dots: weighted.flatMap(({ current }) => {
      const value = current[context.yearIndex];
      return value === null || value === undefined ? [] : [{ year: context.year, value, colour: CURRENT, label: null }];
    }),
    belowScale: null,
    empty: null,
  };
}

/** The two-tone rule: where the lines are one, one label names both. */
function lines({ weighting, name, dash, current, inWorld }: Weighted): readonly ChartSeries[] {
  const unchanged = sameSeries(current, inWorld);
  return [
    {
      id: weighting,
      role: "scenario",
      name: `This scenario, ${name}`,
      values: current,
      colour: CURRENT,
      width: weighting === "equal" ? 5 : 3.5,
      dash,
      layer: 1,
      label: unchanged ? null : { text: "This scenario", detail: name, bold: true },
    },
    {
      id: `${weighting}:status-quo`,
      role: "status-quo",
      name: `Status quo, ${name}`,
      values: inWorld,
      colour: STATUS_QUO,
      width: 1.75,
      dash,
      layer: 2,
      label: { text: "Status quo", detail: unchanged ? `${name}, = this scenario` : name, bold: false },
    },
  ];
}
