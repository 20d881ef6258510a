/** "How wrong must it be?": the numbers that could turn a conclusion round, nearest first. Computed in workers; the window stays free. */
import { Play, Square } from "lucide-react";
import { useMemo, useState } from "react";
import type { Conclusion } from "../../../shared/analysis/switching-values.ts";
import { mixedParts } from "../../../shared/analysis/compare.ts";
import { dependenceChoice } from "../../../shared/view/dependence.ts";
import { mixedSentences } from "../../../shared/view/mixed-text.ts";
import { conclusionText, switchingView } from "../../../shared/view/data-switching.ts";
import type { QuestionedConclusion, SwitchingLine } from "../../../shared/view/data-switching.ts";
import { headlineValue } from "../../../shared/view/data-effect.ts";
import { useDataset, useDocument, useResult, useSession } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { packageOf } from "../analysis/scenario-items.ts";
import { ALL_MINERALS } from "../explore/mineral-tiles.tsx";
import { OtherScenarioSelect, useOtherScenario } from "./other-scenario-select.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { useSwitching } from "./use-switching.ts";
import "./switching-tab.css";

export function SwitchingTab() {
  const dataset = useDataset();
  const document = useDocument((state) => state.document);
  const selected = useSession((state) => state.selection.mineral);
  const outcomeYear = useSession((state) => state.outcomeYear);
  const weighting = useSession((state) => state.weighting);
  const reader = useResult((state) => state.current);
  const title = useDocument((state) => state.labels.title);
  const { items, other, setOther } = useOtherScenario();
  const [kind, setKind] = useState<QuestionedConclusion["kind"]>(document.target === null ? "status-quo" : "target");
  const mineral = selected === ALL_MINERALS ? null : selected;
  const { target } = document;

  const otherTitle = other?.title ?? null;
  const otherDocument = other?.document ?? null;
  const question = useMemo((): QuestionedConclusion | null => {
    if (kind === "status-quo") return { kind, mineral, year: outcomeYear };
    if (kind === "ranking") return otherTitle === null ? null : { kind, mineral, year: outcomeYear, titles: [title, otherTitle] };
    return target === null ? null : { kind, mineral: target.mineral, year: target.year, value: target.value };
  }, [kind, mineral, outcomeYear, target, title, otherTitle]);
  const conclusion = useMemo((): Conclusion | null => {
    const rival = question?.kind === "ranking" ? otherDocument : { ...document, inputs: { ...document.inputs, levers: [] } };
    if (question === null || rival === null) return null;
    const { level, id } = dependenceChoice(question.mineral, weighting);
    const indicator = question.kind === "target" && target !== null && target.indicator !== "dependence" ? target.indicator : id;
    return {
      scenario: packageOf({ document }),
      measure: { kind: "year", outcome: { indicator, mineral: level === "total" ? null : question.mineral, stage: null }, year: question.year },
      better: "down",
      against: question.kind === "target" ? { kind: "value", value: question.value } : { kind: "scenario", other: packageOf({ document: rival }) },
    };
  }, [question, document, otherDocument, target, weighting]);
  const study = useSwitching(conclusion);
  const view = useMemo(
    () => (study.state.kind === "done" && question ? switchingView(dataset, question, study.state.found) : null),
    [dataset, question, study.state],
  );

  const changed = document.inputs.levers.length > 0;
  const obstacle =
    kind === "target" && target === null
      ? "This scenario has no target. Set one beside the large number on Explore."
      : kind === "status-quo" && !changed
        ? "No lever differs from status quo, so there is nothing to hold against it."
        : kind === "ranking" && other === null
          ? "There is no other scenario to rank this one against. Save another one first."
          : null;
  const mixed =
    question?.kind === "ranking" && other !== null
      ? mixedSentences(mixedParts([document, other.document].map((scenario) => ({ scenario, modelVersion: "", dataVintage: "" }))))
      : [];
  const running = study.state.kind === "running" ? study.state : null;
  const value = question === null ? null : headlineValue(reader, { mineral: question.mineral, weighting, year: question.year });

  return (
    <section className="card data-main" aria-label="How wrong must it be?" data-region>
      <header className="switching-head">
        <Segmented
          label="Conclusion"
          value={kind}
          onChange={setKind}
          options={[
            { id: "target", label: "The target" },
            { id: "status-quo", label: "Better than status quo" },
            { id: "ranking", label: "Ranking of two scenarios" },
          ]}
        />
        {kind === "ranking" && <OtherScenarioSelect items={items} value={other} onChange={setOther} />}
        <p className="switching-question">
          {obstacle ??
            (question && value !== null && question.kind === "target"
              ? `${conclusionText(dataset, question, value <= question.value)}. Which number would have to be how wrong to turn that round?`
              : question?.kind === "ranking"
                ? ["Which number would have to be how wrong for this scenario and the other to change places?", ...mixed].join(" ")
                : "Which number would have to be how wrong for the scenario to be no better?")}
        </p>
        {running ? (
          <Button size="small" icon={Square} onPress={study.stop}>
            Stop
          </Button>
        ) : (
          <Button size="small" variant="primary" icon={Play} isDisabled={obstacle !== null} onPress={study.start}>
            Ask every number
          </Button>
        )}
      </header>
      {running && (
        <div className="switching-progress">
          <progress value={running.done} max={running.total} aria-label="Runs" />
          <span role="status">
            {running.done.toLocaleString("en-US")} of about {running.total.toLocaleString("en-US")} runs
          </span>
        </div>
      )}
      {study.state.kind === "failed" && (
        <p role="alert" className="switching-failed">
          The study could not be finished: {study.state.message}. Try again.
        </p>
      )}
      {study.state.kind === "stopped" && (
        <p className="switching-note" role="status">
          Stopped after {study.state.done.toLocaleString("en-US")} runs. Nothing is shown, because no number was followed to its end.
        </p>
      )}
      {view ? (
        <>
          <div className="switching-note">
            <h3 className="finding">{view.finding}</h3>
            <p className="subtitle">{view.summary}</p>
          </div>
          {view.lines.length > 0 && <Lines lines={view.lines} />}
        </>
      ) : (
        study.state.kind === "idle" && (
          <div className="data-empty">
            <p>
              Each number that equations read is moved alone, up to three times as far as its range, until the conclusion turns round. It takes some thousand
              runs of the model, in the background.
            </p>
          </div>
        )
      )}
    </section>
  );
}

const Lines = ({ lines }: { readonly lines: readonly SwitchingLine[] }) => (
  <ScrollArea label="Numbers that turn it round" className="data-scroll">
    <table className="assumption-table" aria-label="Switching values">
      <thead>
        <tr>
          <th scope="col">Number</th>
          <th scope="col" className="data-number">
            Value
          </th>
          <th scope="col" className="data-number">
            Turns at
          </th>
          <th scope="col">Unit</th>
          <th scope="col">Range</th>
          <th scope="col">How far</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              {line.name}
              <span className="data-what">{line.place}</span>
            </th>
            <td className="data-number">{line.value}</td>
            <td className="data-number">
              <b>{line.at}</b>
            </td>
            <td className="data-clip">{line.unit}</td>
            <td>{line.range}</td>
            <td className={line.isInside ? "switching-inside" : undefined}>{line.verdict}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollArea>
);
