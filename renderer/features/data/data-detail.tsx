/** One number: what it is, where it comes from, where it enters, and, for an assumption, another value in its place. */
import { exactNumberText } from "../../../shared/format/number.ts";
import { inSentence, listText } from "../../../shared/format/words.ts";
import { placeText } from "../../../shared/view/data-effect.ts";
import { indicatorsShowing } from "../../../shared/view/data-rows.ts";
import type { DataRow } from "../../../shared/view/data-rows.ts";
import { usesOf } from "../../engine/parameter-uses.ts";
import { useDataset } from "../../state/planner.ts";
import { AssumptionEditor } from "./assumption-editor.tsx";
import { GradeChip } from "./grade-chip.tsx";
import "./data-detail.css";

const NOT_RECORDED = "not recorded";
/** More than this many names say less. */
const MOST_NAMES = 6;

export function DataDetail({ row }: { readonly row: DataRow }) {
  const dataset = useDataset();
  const parameter = row.parameter === null ? undefined : dataset.parameters[row.parameter];
  const unit = row.unit === "-" ? "" : row.unit;
  const range = row.low === "" && row.high === "" ? NOT_RECORDED : `${row.low || "?"} to ${row.high || "?"}`;
  const minerals = row.minerals.map((id) => dataset.minerals.find((one) => one.id === id)?.name ?? id);
  return (
    <>
      <h3 className="section-head">{row.name}</h3>
      <p className="data-value">
        <b>{parameter ? exactNumberText(parameter.value) : row.value}</b> <span>{unit}</span> {row.grade !== null && <GradeChip grade={row.grade} />}
      </p>
      {parameter && row.parameter !== null && <AssumptionEditor parameter={parameter} index={row.parameter} />}
      <dl className="data-facts">
        <Fact term="What" text={row.what} />
        {minerals.length > 0 && <Fact term={minerals.length === 1 ? "Mineral" : "Minerals"} text={listText(minerals)} />}
        {row.kind === "parameters" && <Fact term="Range" text={range} />}
        <Fact term="Year" text={row.year || NOT_RECORDED} />
        <Fact term="Source" text={row.source || NOT_RECORDED} />
        {row.facts.map(({ term, text }) => (
          <Fact key={term} term={term} text={text} />
        ))}
      </dl>
      <Entry row={row} />
    </>
  );
}

const Fact = ({ term, text }: { readonly term: string; readonly text: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{text}</dd>
  </>
);

/** Which equations read it, at which places, and which indicators these make. */
function Entry({ row }: { readonly row: DataRow }) {
  const dataset = useDataset();
  if (!row.isRead) return <p className="data-unread">No equation reads this number; it is kept as part of the record.</p>;
  if (row.enters.length === 0) return null;
  const places = row.parameter === null ? [] : [...new Set((usesOf(dataset)[row.parameter] ?? []).map((use) => placeText(dataset, use)))];
  const shows = indicatorsShowing(row.enters);
  return (
    <section className="data-entry" aria-label="Where it enters">
      <h4>Where it enters</h4>
      <ul>
        {row.enters.map(({ id, title }) => (
          <li key={id}>
            <code>{id}</code> {title}
          </li>
        ))}
      </ul>
      {places.length > 0 && <p>Read for {shortList(places)}.</p>}
      {shows.length > 0 && <p>Shows first in the charts of {shortList(shows.map(inSentence))}.</p>}
    </section>
  );
}

const shortList = (names: readonly string[]): string =>
  names.length <= MOST_NAMES ? listText(names) : `${names.slice(0, MOST_NAMES - 1).join(", ")} and ${names.length - MOST_NAMES + 1} more`;
