/** Find a package: what must be true on the left; packages that make it so, or what stands in the way, on the right. */
import { useMemo } from "react";
import { useStore } from "zustand/react";
import type { Package } from "../../../shared/analysis/jobs/job.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { documentOf } from "../../../shared/view/find/found-document.ts";
import { buildFindView } from "../../../shared/view/find/find-view.ts";
import type { FindView } from "../../../shared/view/find/find-view-types.ts";
import { usePlanner, useSession } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../analysis/empty-state.tsx";
import { packageOf, type ScenarioItem, type ScenarioItems, useScenarioItems } from "../analysis/scenario-items.ts";
import { ShownScenarios, type Sourced } from "../analysis/shown-scenarios.tsx";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { FindPanel } from "./find-panel.tsx";
import { findOf } from "./find-store.ts";
import { FrontierChart } from "./frontier-chart.tsx";
import { LeverRoles } from "./lever-roles.tsx";
import { pinDocument } from "../pins/pin-scenario.ts";
import { openPackage } from "./open-package.ts";
import { PackageCards } from "./package-cards.tsx";
import { useFindForm } from "./use-find-form.ts";
import "../analysis/analysis.css";
import "./find-screen.css";

export function FindScreen() {
  const items = useScenarioItems();
  return <div className="find-screen">{items.ready && <Search items={items} />}</div>;
}

function Search({ items }: { readonly items: ScenarioItems }) {
  const planner = usePlanner();
  const { study } = findOf(planner);
  const isRunning = useStore(study.store, ({ status }) => status === "running");
  const hasEnded = useStore(study.store, ({ status }) => status === "stopped" || status === "failed");
  const result = useStore(study.store, (state) => state.result);
  const use = useFindForm(items);
  const shown = useMemo(() => result && buildFindView(planner.dataset, result.question, result.value, result.ms / 1000, result.isWhole), [planner, result]);
  const sources = useMemo(() => (result === null ? [] : [startOf(items.all, result.question.base)]), [items.all, result]);
  const search = (): void => study.start(use.question);
  /** Of a package on screen: itself, and its name as a scenario. */
  const chosen = (index: number) => {
    const found = result?.value.packages[index];
    const card = shown?.cards[index];
    if (!result || !found || !card) return null;
    return { ...result, found, name: card.name === `Package ${card.number}` ? card.name : `Package ${card.number}: ${card.name}` };
  };
  const open = (index: number): void => {
    const one = chosen(index);
    if (one) void openPackage(planner, one.question, one.value, one.found, one.name);
  };
  const pins = useSession((state) => state.pins);
  const pinOf = (index: number) => {
    const one = chosen(index);
    return one && pins.find(({ document }) => sameValue(document, documentOf(one.question, one.found)));
  };
  const togglePin = (index: number): void => {
    const one = chosen(index);
    const pinned = pinOf(index);
    if (pinned) planner.view.setPins(pins.filter((pin) => pin !== pinned));
    else if (one) pinDocument(planner, one.name, documentOf(one.question, one.found));
  };
  // What another question found waits for its successor; what this search has found so far is at hand.
  const isOld = isRunning && result?.isWhole === true;
  return (
    <>
      <FindPanel items={items} use={use} isRunning={isRunning} wasRun={result !== null} onSearch={search} />
      <div className="page analysis" data-region="find">
        <header className="analysis-head">
          <h2 className="page-title spacer">{shown?.title ?? "Find a package"}</h2>
          <span className="muted">{shown?.subtitle}</span>
        </header>
        <LiveProgress study={study} unit="rounds" onAgain={search} shows={result === null ? null : result.isWhole ? "earlier" : "some"} />
        {shown ? (
          <ShownScenarios items={sources} how={shown.how}>
            <Found shown={shown} isWaiting={isOld} onOpen={open} isPinned={(index) => Boolean(pinOf(index))} onPin={togglePin} />
          </ShownScenarios>
        ) : isRunning ? (
          <div className="find-found find-waiting" aria-hidden>
            <div className="find-figures">
              <div className="skeleton" />
              <div className="skeleton" />
            </div>
            <div className="skeleton" />
          </div>
        ) : hasEnded ? (
          <EmptyState text="The search ended before it found a package." />
        ) : (
          <EmptyState text="Nothing was searched yet. Say on the left what must be true, then search.">
            <Button variant="primary" isDisabled={use.problem !== null} onPress={search}>
              Search
            </Button>
          </EmptyState>
        )}
      </div>
    </>
  );
}

/** What the search started from, by the name that it has now. */
const startOf = (all: readonly ScenarioItem[], base: Package): Sourced =>
  all.find((item) => sameValue(packageOf(item), base)) ?? {
    ...all[0]!,
    title: "The scenario that was searched from",
    document: { ...base, target: null, budget: null },
  };

interface FoundProps {
  readonly shown: FindView;
  readonly isWaiting: boolean;
  readonly onOpen: (index: number) => void;
  readonly isPinned: (index: number) => boolean;
  readonly onPin: (index: number) => void;
}

function Found({ shown, isWaiting, onOpen, isPinned, onPin }: FoundProps) {
  const planner = usePlanner();
  const { form } = findOf(planner);
  const { budgetThatDoes } = shown;
  return (
    <div className="find-found" data-waiting={isWaiting || undefined}>
      {shown.notes.length > 0 && (
        <div className="analysis-notes" role="note">
          <p className="spacer">{shown.notes.join(" ")}</p>
          {!shown.isMet && (
            <Button size="small" onPress={() => onOpen(0)}>
              Open nearest
            </Button>
          )}
          {budgetThatDoes && (
            <Button size="small" onPress={() => form.setState({ budget: budgetThatDoes.value })}>
              Change budget to {budgetThatDoes.text}
            </Button>
          )}
        </div>
      )}
      <div className="find-figures">
        <FrontierChart shown={shown.frontier} />
        <LeverRoles shown={shown} />
      </div>
      <PackageCards shown={shown} onOpen={onOpen} isPinned={isPinned} onPin={onPin} />
    </div>
  );
}
