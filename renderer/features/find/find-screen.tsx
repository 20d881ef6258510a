/** Find a package: what must be true on the left; packages that make it so, or what stands in the way, on the right. */
import { useMemo } from "react";
import { useStore } from "zustand/react";
import { buildFindView, type FindView } from "../../../shared/view/find-view.ts";
import { usePlanner } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../analysis/empty-state.tsx";
import { type ScenarioItems, useScenarioItems } from "../analysis/scenario-items.ts";
import { LiveProgress } from "../analysis/study-progress.tsx";
import { FindPanel } from "./find-panel.tsx";
import { findOf } from "./find-store.ts";
import { FrontierChart } from "./frontier-chart.tsx";
import { LeverRoles } from "./lever-roles.tsx";
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
  const result = useStore(study.store, (state) => state.result);
  const use = useFindForm(items);
  const shown = useMemo(() => result && buildFindView(planner.dataset, result.question, result.value, result.ms / 1000), [planner, result]);
  const search = (): void => study.start(use.question);
  const open = (index: number): void => {
    const found = result?.value.packages[index];
    const card = shown?.cards[index];
    if (result && found && card)
      void openPackage(
        planner,
        result.question,
        result.value,
        found,
        card.name === `Package ${card.number}` ? card.name : `Package ${card.number}: ${card.name}`,
      );
  };
  return (
    <>
      <FindPanel items={items} use={use} isRunning={isRunning} wasRun={result !== null} onSearch={search} />
      <div className="analysis" data-region="find">
        <header className="analysis-head">
          <h1 className="analysis-title spacer">{shown?.title ?? "Find a package"}</h1>
          <span className="muted">{shown?.subtitle}</span>
        </header>
        <LiveProgress study={study} unit="generations" onAgain={search} />
        {shown ? (
          <Found shown={shown} isWaiting={isRunning} onOpen={open} />
        ) : isRunning ? (
          <div className="skeleton spacer" />
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

interface FoundProps {
  readonly shown: FindView;
  readonly isWaiting: boolean;
  readonly onOpen: (index: number) => void;
}

function Found({ shown, isWaiting, onOpen }: FoundProps) {
  const planner = usePlanner();
  const { form } = findOf(planner);
  const { budgetThatDoes } = shown;
  return (
    <div className="find-found" data-waiting={isWaiting || undefined}>
      {!shown.isMet && (
        <div className="analysis-notes" role="note">
          <p className="spacer">{shown.obstacle.join(" ")}</p>
          <Button size="small" onPress={() => onOpen(0)}>
            Open nearest
          </Button>
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
      <PackageCards shown={shown} onOpen={onOpen} />
    </div>
  );
}
