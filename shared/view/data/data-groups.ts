/** The order in which a reviewer reads the numbers: quantities and prices, suppliers, what has a source, what is assumed, then the other tables. */
import type { Dataset } from "../../dataset/dataset.ts";
import type { DataKind, DataRow } from "./data-row.ts";
import { gradeForms } from "./data-grade.ts";
import { formOf } from "./data-rows.ts";

/** Groups in their order. */
const GROUPS = [
  { id: "quantities", label: "Production, consumption, trade and prices" },
  { id: "suppliers", label: "Suppliers" },
  { id: "sourced", label: "Parameters with a source" },
  { id: "assumed", label: "Assumptions" },
  { id: "projects", label: "Projects" },
  { id: "end-uses", label: "End uses" },
  { id: "worlds", label: "Worlds" },
  { id: "events", label: "Disruptions" },
  { id: "levers", label: "Levers" },
  { id: "minerals", label: "What is counted" },
  { id: "definitions", label: "Choices of the model" },
  { id: "unread", label: "Kept for the record: no equation reads them" },
] as const;

type GroupId = (typeof GROUPS)[number]["id"];

export interface DataGroup {
  readonly id: GroupId;
  readonly label: string;
  readonly rows: readonly DataRow[];
}

/** Tables that are a group of their own. */
const WHOLE_TABLES: Readonly<Partial<Record<DataKind, GroupId>>> = {
  suppliers: "suppliers",
  projects: "projects",
  "end-uses": "end-uses",
  worlds: "worlds",
  events: "events",
  levers: "levers",
  minerals: "minerals",
};

/** Best known first. */
const FORMS = [...gradeForms, "none"] as const;

function groupOf({ kind, grade, isRead, isPrice }: DataRow): GroupId {
  const whole = WHOLE_TABLES[kind];
  if (whole !== undefined) return whole;
  if (isPrice || (kind === "base-year" && grade !== "assumption")) return "quantities";
  if (!isRead) return "unread";
  if (grade === "definition") return "definitions";
  return grade === "assumption" ? "assumed" : "sourced";
}

/** Rows by group, without empty groups. In a group: mineral by mineral, quantities in their order and the best known first, else as the files have them. */
export function groupRows(rows: readonly DataRow[], { minerals }: Pick<Dataset, "minerals">): readonly DataGroup[] {
  const places = new Map(minerals.map(({ id }, place) => [id, place]));
  const byGroup = Map.groupBy(rows, groupOf);
  const placeOf = ({ minerals: [mineral] }: DataRow): number => (mineral === undefined ? -1 : (places.get(mineral) ?? places.size));
  const formPlace = (row: DataRow): number => FORMS.indexOf(formOf(row));
  return GROUPS.flatMap(({ id, label }) => {
    const found = byGroup.get(id);
    if (found === undefined) return [];
    const order =
      id === "quantities"
        ? (a: DataRow, b: DataRow): number => placeOf(a) - placeOf(b) || a.rank - b.rank || formPlace(a) - formPlace(b)
        : (a: DataRow, b: DataRow): number => placeOf(a) - placeOf(b);
    return [{ id, label, rows: found.toSorted(order) }];
  });
}
