/** "How wrong must it be?": the numbers that could turn a conclusion round, nearest first. Computed in workers; the window stays free. */
import { Play } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand/react";
import { mixedParts } from "../../../shared/analysis/compare.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { switchingView } from "../../../shared/view/data/data-switching.ts";
import type { SwitchingLine } from "../../../shared/view/data/data-switching.ts";
import { mixedSentences } from "../../../shared/view/compare/mixed-text.ts";
import { useDataset, useDocument, usePlanner, useView } from "../../state/planner.ts";
import type { ViewActions } from "../../state/view-actions.ts";
import { Button } from "../../ui/button.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { PlainTable, type PlainHead } from "../../ui/plain-table.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import type { ScenarioItem } from "../analysis/scenario-items.ts";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { OtherScenarioSelect, useOtherScenario } from "./other-scenario-select.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import { SwitchingOutlook } from "./switching-outlook.tsx";
import { switchingStudyOf } from "./switching-study.ts";
import { useSwitchingQuestion, type ConclusionKind, type Obstacle } from "./use-switching-question.ts";
import "./switching-tab.css";

const KINDS: readonly { readonly id: ConclusionKind; readonly label: string }[] = [
  { id: "target", label: "The target" },
  { id: "status-quo", label: "Better than status quo" },
  { id: "ranking", label: "Ranking of two scenarios" },
];

export function SwitchingTab() {
  const dataset = useDataset();
  const planner = usePlanner();
  const study = switchingStudyOf(planner);
  const hasTarget = useDocument((state) => state.document.target !== null);
  const [kind, setKind] = useState<ConclusionKind>(hasTarget ? "target" : "status-quo");
  const { items, other, setOther } = useOtherScenario();
  const { question, obstacle } = useSwitchingQuestion(kind, other);
  const status = useStore(study.store, (state) => state.status);
  const asked = useStore(study.store, (state) => state.asked);
  const result = useStore(study.store, (state) => state.result);
  const isAsked = question !== null && sameValue(asked, question);
  const answer = question !== null && result !== null && sameValue(result.question, question) ? result : null;
  const found = answer?.value ?? null;
  const view = useMemo(() => (found && question ? switchingView(dataset, question.asked, found) : null), [dataset, question, found]);

  // Another conclusion ends the study of this one.
  useEffect(() => {
    if (status === "running" && !isAsked) study.cancel();
  }, [status, isAsked, study]);

  return (
    <section className="card data-main" aria-label="How wrong must it be?" data-region>
      <header className="switching-head">
        <Segmented label="Conclusion" value={kind} onChange={setKind} options={KINDS} />
        {kind === "ranking" && <OtherScenarioSelect items={items} value={other} onChange={setOther} />}
        <p className="switching-question">{kind === "ranking" && <Unshared other={other} />}</p>
        <Button
          size="small"
          variant="primary"
          icon={Play}
          isDisabled={question === null || (isAsked && status === "running")}
          onPress={() => question && study.start(question)}
        >
          Ask every number
        </Button>
      </header>
      {isAsked && (
        <div className="switching-progress">
          <LiveProgress study={study} unit="runs" onAgain={() => study.start(question)} shows={answer === null ? null : "some"} />
        </div>
      )}
      {obstacle !== null ? (
        <>
          <Missing obstacle={obstacle} />
          <SwitchingOutlook question={null} other={null} />
        </>
      ) : view === null ? (
        <SwitchingOutlook question={question} other={other} />
      ) : (
        <>
          <div className="switching-note">
            <h3 className="finding">{view.finding}</h3>
            <p className="subtitle">
              {answer?.isWhole === false && "So far: "}
              {view.summary}
            </p>
          </div>
          {view.lines.length > 0 && <Lines lines={view.lines} />}
        </>
      )}
    </section>
  );
}

/** What the two scenarios do not share besides levers. */
function Unshared({ other }: { readonly other: ScenarioItem | null }) {
  const document = useDocument((state) => state.document);
  if (other === null) return null;
  return mixedSentences(mixedParts([document, other.document].map((scenario) => ({ scenario, modelVersion: "", dataVintage: "" })))).join(" ");
}

const MISSING: Readonly<Record<Obstacle, { readonly text: string; readonly action: string; readonly go: (view: ViewActions) => void }>> = {
  "no target": {
    text: "This scenario has no target. Set one beside the large number on Explore.",
    action: "Open Explore",
    go: (view) => view.showScreen("explore"),
  },
  "no lever": {
    text: "No lever differs from status quo, so there is nothing to hold against it.",
    action: "Open Explore",
    go: (view) => view.showScreen("explore"),
  },
  "no other scenario": {
    text: "There is no other scenario to rank this one against. Save another one first.",
    action: "Open Library",
    go: (view) => view.showScreen("library"),
  },
};

function Missing({ obstacle }: { readonly obstacle: Obstacle }) {
  const view = useView();
  const { text, action, go } = MISSING[obstacle];
  return (
    <div className="switching-missing">
      <p>{text}</p>
      <Button onPress={() => go(view)}>{action}</Button>
    </div>
  );
}

const HEADS: readonly PlainHead[] = [
  { label: "Number" },
  { label: "Value", isNumber: true },
  { label: "Turns at", isNumber: true },
  { label: "Unit" },
  { label: "Range" },
  { label: "How far" },
];

function Lines({ lines }: { readonly lines: readonly SwitchingLine[] }) {
  const view = useView();
  return (
    <ScrollArea label="Numbers that turn it round" className="data-scroll">
      <PlainTable label="Switching values" heads={HEADS}>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <LinkButton onPress={() => view.showNumber(line.id)}>{line.name}</LinkButton>
              <span className="data-what">{line.place}</span>
            </th>
            <td className="plain-number">{line.value}</td>
            <td className="plain-number">
              <b>{line.at}</b>
            </td>
            <td className="data-clip">{line.unit}</td>
            <td>{line.range}</td>
            <td className={line.isInside ? "switching-inside" : undefined}>{line.verdict}</td>
          </tr>
        ))}
      </PlainTable>
    </ScrollArea>
  );
}
