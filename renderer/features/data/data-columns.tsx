/** What stands in the cells of the table of numbers. */
import { assumptionOf } from "../../../shared/view/data/data-assumption.ts";
import { exactNumberText } from "../../../shared/format/number.ts";
import { inSentence, shortName } from "../../../shared/format/words.ts";
import { rangeCell } from "../../../shared/view/data/data-row.ts";
import type { DataRow } from "../../../shared/view/data/data-row.ts";
import { useDataset, useDocument } from "../../state/planner.ts";
import type { CellProps, DataColumn } from "./data-table.tsx";
import { GradeChip } from "./grade-chip.tsx";

function NameCell({ row, isOneMineral }: CellProps) {
  const place = usePlace(row, isOneMineral);
  return (
    <>
      <b className="data-name">{row.name}</b>
      <span className="data-what">{place}</span>
    </>
  );
}

function ValueCell({ row }: { readonly row: DataRow }) {
  const { parameters } = useDataset();
  const parameter = row.parameter === null ? undefined : parameters[row.parameter];
  const replaced = useDocument(({ document }) => (parameter === undefined ? null : (assumptionOf(document.assumptions, parameter)?.value ?? null)));
  return (
    <>
      <b className={replaced === null ? "data-name" : "data-name data-replaced"}>{replaced === null ? row.value : exactNumberText(replaced)}</b>
      {replaced !== null && <s className="data-what">{row.value}</s>}
      <UnitText unit={row.unit} />
    </>
  );
}

export const UnitText = ({ unit }: { readonly unit: string }) => unit !== "" && <span className="data-what">{unit}</span>;

/** "Lithium, mining", "Mining · for the record"; several minerals are told in the details. */
function usePlace({ kind, minerals: [mineral, ...others], stage, what, isRead }: DataRow, isOneMineral: boolean): string {
  const { minerals } = useDataset();
  const of = mineral === undefined && kind === "parameters" ? "All minerals" : "";
  const found = minerals.find(({ id }) => id === mineral);
  const name = mineral === undefined || others.length > 0 || kind === "minerals" || isOneMineral ? of : shortName(found?.name ?? mineral);
  const place = [name, name === "" ? stage : inSentence(stage)].filter((part) => part !== "").join(", ");
  const kindOf = kind === "parameters" || kind === "base-year" || kind === "suppliers" ? "" : what;
  return [place, kindOf, isRead ? "" : "for the record"].filter((part) => part !== "").join(" · ");
}

export const nameColumn: DataColumn = { id: "name", label: "Number", cell: NameCell };
export const rangeColumn: DataColumn = { id: "range", label: "Range", cell: ({ row }) => rangeCell(row.low, row.high) };
export const gradeColumn: DataColumn = { id: "grade", label: "Grade", cell: ({ row }) => row.grade !== null && <GradeChip grade={row.grade} /> };

export const datasetColumns: readonly DataColumn[] = [
  nameColumn,
  { id: "value", label: "Value, unit", isNumber: true, cell: ValueCell },
  rangeColumn,
  gradeColumn,
  { id: "year", label: "Year", cell: ({ row }) => row.year },
  {
    id: "source",
    label: "Source",
    cell: ({ row }) => (
      <span className="data-source" title={row.source}>
        {row.source}
      </span>
    ),
  },
];
