/** One number: what it is, where it comes from, where it enters, and, for an assumption, another value in its place. */
import { exactNumberText } from "../../../shared/format/number.ts";
import { listText } from "../../../shared/format/words.ts";
import { assumptionOf } from "../../../shared/view/data/data-assumption.ts";
import { placeText } from "../../../shared/view/data/data-effect.ts";
import { gradeMeanings } from "../../../shared/view/data/data-grade.ts";
import { NOT_RECORDED, rangeOf } from "../../../shared/view/data/data-row.ts";
import type { DataRow } from "../../../shared/view/data/data-row.ts";
import { chartsShowing } from "../../../shared/view/data/data-rows.ts";
import type { ChartOfNumber } from "../../../shared/view/data/data-rows.ts";
import { usesOf } from "../../engine/parameter-uses.ts";
import { useDataset, useDocument, useView } from "../../state/planner.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { AssumptionEditor } from "./assumption-editor.tsx";
import { GradeChip } from "./grade-chip.tsx";
import "./data-detail.css";

/** More than this many names say less. */
const MOST_NAMES = 6;

export function DataDetail({ row }: { readonly row: DataRow }) {
  const dataset = useDataset();
  const parameter = row.parameter === null ? undefined : dataset.parameters[row.parameter];
  const own = useDocument(({ document }) => (parameter === undefined ? null : (assumptionOf(document.assumptions, parameter)?.value ?? null)));
  const minerals = row.minerals.map((id) => dataset.minerals.find((one) => one.id === id)?.name ?? id);
  return (
    <>
      <h3 className="section-head">{row.name}</h3>
      <p className="data-value">
        <b className={own === null ? undefined : "data-replaced"}>
          {own !== null ? exactNumberText(own) : parameter ? exactNumberText(parameter.value) : row.value}
        </b>{" "}
        <span>{row.unit}</span> {own === null && row.grade !== null && <GradeChip grade={row.grade} />}
        {own !== null && parameter && (
          <span className="chip assumption-chip">
            this scenario; dataset <s>{exactNumberText(parameter.value)}</s>
          </span>
        )}
      </p>
      {parameter && row.parameter !== null && <AssumptionEditor parameter={parameter} index={row.parameter} />}
      <dl className="data-facts">
        <Fact term="What" text={row.what} />
        {row.kind === "parameters" && minerals.length === 0 && <Fact term="Mineral" text="all" />}
        {minerals.length > 0 && <Fact term={minerals.length === 1 ? "Mineral" : "Minerals"} text={listText(minerals)} />}
        {row.stage !== "" && <Fact term="Stage" text={row.stage} />}
        {(row.kind === "parameters" || row.low !== "" || row.high !== "") && <Fact term="Range" text={rangeOf(row.low, row.high)} />}
        <Fact term="Year" text={row.year || NOT_RECORDED} />
        <Fact term="Source" text={row.source || NOT_RECORDED} />
        {row.grade !== null && <Fact term="Grade" text={gradeMeanings[row.grade]} />}
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

/** Which equations read it, at which places, and which charts these make; each is one click away. */
function Entry({ row }: { readonly row: DataRow }) {
  const dataset = useDataset();
  const view = useView();
  if (!row.isRead) return <p className="data-unread">No equation reads this number; it is kept as part of the record.</p>;
  if (row.enters.length === 0) return null;
  const places = row.parameter === null ? [] : [...new Set((usesOf(dataset)[row.parameter] ?? []).map((use) => placeText(dataset, use)))];
  const charts = chartsShowing(row.enters);
  const showChart = ({ choice }: ChartOfNumber): void => {
    const [mineral, ...others] = row.minerals;
    if (mineral !== undefined && others.length === 0) view.selectMineral(mineral);
    view.setRightIndicator(choice);
    view.showScreen("explore");
  };
  return (
    <section className="data-entry" aria-label="Where it enters">
      <h4>Where it enters</h4>
      <ul>
        {row.enters.map(({ id, title }) => (
          <li key={id}>
            <code>{id}</code> <LinkButton onPress={() => view.showMethod(id, { kind: "number", row: row.id })}>{title}</LinkButton>
          </li>
        ))}
      </ul>
      {places.length > 0 && <p>Read for {shortList(places)}.</p>}
      {charts.length > 0 && (
        <>
          <h4>Where it shows first</h4>
          <ul className="data-charts">
            {charts.map((chart) => (
              <li key={chart.label}>
                <LinkButton onPress={() => showChart(chart)}>{chart.label}</LinkButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const shortList = (names: readonly string[]): string =>
  names.length <= MOST_NAMES ? listText(names) : `${names.slice(0, MOST_NAMES - 1).join(", ")} and ${names.length - MOST_NAMES + 1} more`;
