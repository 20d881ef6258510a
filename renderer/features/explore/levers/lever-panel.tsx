/** Left panel of Explore: what policy can set (levers), what it cannot (world), and what the setting costs the public. */
import { Search } from "lucide-react";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import type { FocusEvent } from "react";
import { countText } from "../../../../shared/format/words.ts";
import { changedLevers } from "../../../../shared/scenario/edit-scenario.ts";
import type { LeverStudy } from "../../../../shared/view/effect/lever-study.ts";
import type { LeverWords } from "../../../../shared/view/effect/lever-words.ts";
import { leverFinder } from "../../../../shared/view/explore/find-lever.ts";
import { useDataset, useDocument, useSession, useView } from "../../../state/planner.ts";
import { LinkButton } from "../../../ui/link-button.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { ChangedCount } from "../changed-count.tsx";
import { LeverGroup } from "./lever-group.tsx";
import { LeverInHand } from "./lever-in-hand.tsx";
import { PublicCost } from "../outcome/public-cost-line.tsx";
import { UnknownLevers } from "./unknown-levers.tsx";
import { WorldPanel } from "../world/world-panel.tsx";
import "./lever-panel.css";

const TABS = [
  { id: "levers", label: "Levers" },
  { id: "world", label: "World" },
] as const;

export interface LeverPanelProps {
  readonly words: ReadonlyMap<string, LeverWords>;
  readonly study: LeverStudy | null;
}

export function LeverPanel({ words, study }: LeverPanelProps) {
  const view = useView();
  const tab = useSession((state) => state.leverTab);
  return (
    <aside className="lever-panel" aria-label="Levers and world" data-region="levers">
      <header className="lever-panel-head">
        <div className="lever-panel-tabs">
          <Segmented label="What to set" value={tab} onChange={view.setLeverTab} options={TABS} />
          <ChangedCount study={study} />
        </div>
        <PublicCost />
      </header>
      {tab === "levers" ? <LeverList words={words} /> : <WorldPanel />}
    </aside>
  );
}

function LeverList({ words }: { readonly words: ReadonlyMap<string, LeverWords> }) {
  const dataset = useDataset();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState("");
  const [changedOnly, setChangedOnly] = useState(false);
  const typed = useDeferredValue(search).trim();
  const changedIds = useDocument((state) => (changedOnly ? changedLevers(state.document, dataset.levers).map(({ id }) => id) : []).join("|"));
  const all = useMemo(() => [...Map.groupBy(dataset.levers, ({ group }) => group)], [dataset]);
  // What lies below the window's edge follows the first picture.
  const groups = useDeferredValue(all, firstGroups(all));
  const find = useMemo(() => leverFinder(dataset), [dataset]);
  const found = useMemo(() => find(typed), [find, typed]);
  const shown = useMemo(() => {
    const kept = new Set(changedIds.split("|"));
    return groups.map(([group, levers]) => ({
      group,
      levers,
      shown: levers.filter((lever) => (!changedOnly || kept.has(lever.id)) && found.ids.has(lever.id)),
    }));
  }, [groups, found, changedOnly, changedIds]);
  const [inHand, takeInHand] = useLeverInHand();
  const count = shown.reduce((sum, { shown: levers }) => sum + levers.length, 0);
  return (
    <>
      <div className="lever-filter">
        <label className="lever-filter-search">
          <Search size={14} aria-hidden />
          <input
            ref={field}
            type="search"
            placeholder="Find a lever"
            aria-label="Find a lever"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <label className="lever-filter-changed">
          <input type="checkbox" checked={changedOnly} onChange={(event) => setChangedOnly(event.target.checked)} />
          Changed only
        </label>
      </div>
      <p className={found.isGuess && count > 0 ? "lever-list-guess" : "visually-hidden"} role="status">
        {typed === "" ? "" : `${found.isGuess ? `Nothing is spelled “${typed}”. Close to it: ` : ""}${countText(count, "lever")}`}
      </p>
      <div className="lever-list scroll" onFocus={takeInHand}>
        <UnknownLevers />
        {shown.map(({ group, levers, shown: rows }) => rows.length > 0 && <LeverGroup key={group} group={group} levers={levers} shown={rows} words={words} />)}
        {count === 0 && (
          <p className="lever-list-empty">
            {changedOnly && typed === "" ? "No lever differs from status quo." : "No lever fits."}{" "}
            <LinkButton
              onPress={() => {
                setSearch("");
                setChangedOnly(false);
                field.current?.focus();
              }}
            >
              Show all levers
            </LinkButton>
          </p>
        )}
      </div>
      <LeverInHand lever={dataset.levers.find(({ id }) => id === inHand) ?? null} words={words.get(inHand ?? "") ?? null} />
    </>
  );
}

/** Less than any row and than what stands above the list, px: so the first groups never leave a gap at the window's edge. */
const ROW_HEIGHT = 64;
const ABOVE_LIST = 140;

/** As many groups as a window of this height can show. */
function firstGroups<G extends readonly [string, readonly unknown[]]>(groups: readonly G[]): readonly G[] {
  let levers = 0;
  const end = groups.findIndex(([, inGroup]) => (levers += inGroup.length) * ROW_HEIGHT >= window.innerHeight - ABOVE_LIST);
  return end < 0 ? groups : groups.slice(0, end + 1);
}

/** The lever that was moved, focused or opened last. */
function useLeverInHand(): readonly [string | null, (event: FocusEvent) => void] {
  const moved = useSession((state) => state.leverInHand);
  const [last, setLast] = useState({ moved, lever: moved });
  if (last.moved !== moved) setLast({ moved, lever: moved });
  const take = ({ target }: FocusEvent): void => {
    const lever = target.closest<HTMLElement>("[data-lever]")?.dataset["lever"];
    if (lever !== undefined && lever !== last.lever) setLast({ moved, lever });
  };
  return [last.lever, take];
}
