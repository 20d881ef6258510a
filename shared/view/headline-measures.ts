/**
 * The few numbers by which a scenario is judged (the headline, each mineral's import dependence and the outcome cards), each as a function of a result.
 * Revisions and the ledger of stored against recomputed results are told in these.
 */
import type { Dataset } from "../dataset/dataset.ts";
import { inSentence, shortName } from "../format/words.ts";
import { COST_YEARS, publicCostPerYear } from "../indicator/headline-cost.ts";
import type { Indicator } from "../indicator/indicator.ts";
import type { ResultReader } from "../indicator/result-reader.ts";
import type { Series } from "../model/run-result.ts";
import { IMPORT_DEPENDENCE } from "./dependence.ts";
import { indicatorFor } from "./view-context.ts";

export interface HeadlineMeasure {
  /** "composite_equal", "dependence:ree", "unmet" … */
  readonly id: string;
  readonly label: string;
  readonly indicator: Pick<Indicator, "id" | "unit" | "better">;
  /** null = the result does not define it. */
  readonly read: (reader: ResultReader) => number | null;
}

/** Measures of `year`; public cost is the mean over its years, unmet demand the worst of all years. */
export function headlineMeasures(dataset: Pick<Dataset, "minerals">, year: number): readonly HeadlineMeasure[] {
  const inYear = (reader: ResultReader, series: Series): number | null => series[reader.years.indexOf(year)] ?? null;
  const composite = (id: string, label: string): HeadlineMeasure => ({
    id,
    label,
    indicator: indicatorFor({ level: "total", id }),
    read: (reader) => inYear(reader, reader.total(id)),
  });
  const stageValues = (reader: ResultReader, id: string, values: (series: Series) => readonly (number | null)[]): readonly number[] =>
    dataset.minerals.flatMap(({ id: mineral, stages }) =>
      stages.flatMap((stage) => values(reader.stage(mineral, stage, id))).filter((value): value is number => value !== null),
    );
  const ofYear =
    (reader: ResultReader) =>
    (series: Series): readonly (number | null)[] => [inYear(reader, series)];
  const largest = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));

  return [
    composite("composite_equal", `${IMPORT_DEPENDENCE}, all minerals`),
    composite("composite_value", `${IMPORT_DEPENDENCE}, weighted by value`),
    ...dataset.minerals.map((mineral): HeadlineMeasure => ({
      id: `dependence:${mineral.id}`,
      label: `${IMPORT_DEPENDENCE}, ${inSentence(shortName(mineral.name))}`,
      indicator: indicatorFor({ level: "mineral", id: "dependence" }),
      read: (reader) => inYear(reader, reader.mineral(mineral.id, "dependence")),
    })),
    {
      id: "unmet",
      label: "Unmet demand, worst year and stage",
      indicator: indicatorFor({ level: "stage", id: "unmet_share" }),
      read: (reader) => largest(stageValues(reader, "unmet_share", (series) => series)),
    },
    {
      id: "top-supplier",
      label: "Largest supplier share of a stage",
      indicator: indicatorFor({ level: "stage", id: "top_supplier_share" }),
      read: (reader) => largest(stageValues(reader, "top_supplier_share", ofYear(reader))),
    },
    {
      id: "public-cost",
      label: `Public cost, mean ${COST_YEARS.first}–${COST_YEARS.last}`,
      indicator: indicatorFor({ level: "total", id: "public_cost_musd" }),
      read: publicCostPerYear,
    },
    {
      id: "emissions",
      label: "Emissions with those of imports",
      indicator: indicatorFor({ level: "total", id: "emissions_consumption_t" }),
      read: (reader) => inYear(reader, reader.total("emissions_consumption_t")),
    },
    {
      id: "lead-time",
      label: "Longest lead time of a stage",
      indicator: indicatorFor({ level: "stage", id: "lead_time_months" }),
      read: (reader) => largest(stageValues(reader, "lead_time_months", ofYear(reader))),
    },
  ];
}
