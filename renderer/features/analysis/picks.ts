/** Which scenarios the analyses are about: chosen once, the same letters on every screen. A scenario that is open is shown as it is edited. */
import { createStore } from "zustand/vanilla";
import type { StoreApi } from "zustand/vanilla";
import type { OpenRevision, OpenScenario, ScenarioSummary } from "../../../shared/ipc/channels.ts";
import type { Planner } from "../../state/planner.ts";
import { perPlanner } from "./per-planner.ts";

/** Stands for the open scenario while the store has no row for it. */
export const UNSTORED = "open";
export const MOST_PICKS = 9;
const FIRST_PICKS = 4;
/** Older ones are pinned from where they are open. */
const MOST_OFFERED = 100;

export interface PicksState {
  /** Scenario ids, or ids with the number of a revision, in the order of their letters; null = nothing chosen yet. */
  readonly picks: readonly string[] | null;
  /** Scenarios as the store held them when they were read last. */
  readonly read: ReadonlyMap<string, OpenScenario>;
  /** Revisions that are picked by number, by pick. */
  readonly revisions: ReadonlyMap<string, OpenRevision>;
  /** Scenarios that can be added, changed last first. */
  readonly offered: readonly ScenarioSummary[];
  /** Picks whose stored result was replaced by one on today's model and data. */
  readonly recomputed: ReadonlySet<string>;
}

export const picksOf: (planner: Planner) => StoreApi<PicksState> = perPlanner(() =>
  createStore<PicksState>(() => ({ picks: null, read: new Map(), revisions: new Map(), offered: [], recomputed: new Set() })),
);

/** "<id>@3" */
export const revisionPick = (id: string, number: number): string => `${id}@${number}`;

/** What a pick names; `revision` null = the scenario itself. */
export function pickParts(pick: string): { readonly id: string; readonly revision: number | null } {
  const at = pick.lastIndexOf("@");
  return at < 0 ? { id: pick, revision: null } : { id: pick.slice(0, at), revision: Number(pick.slice(at + 1)) };
}

const openKey = (planner: Planner): string => planner.documents.getState().id ?? UNSTORED;

/** The open scenario and those changed last. A fresh status quo says nothing that the reference does not. */
function firstPicks(planner: Planner, offered: PicksState["offered"]): readonly string[] {
  const { id, document } = planner.documents.getState();
  const isFresh = id === null && document.inputs.levers.length === 0;
  return [...new Set([...(isFresh ? [] : [openKey(planner)]), ...offered.map((one) => one.id)])].slice(0, FIRST_PICKS);
}

/** Brings the choice up to date with the library: chooses at first, reads what is chosen, leaves out what cannot be read. */
export async function refreshPicks(planner: Planner): Promise<void> {
  const store = picksOf(planner);
  const offered = await planner.libraryActions.find("", MOST_OFFERED);
  store.setState({ offered });
  const open = openKey(planner);
  const wanted = (store.getState().picks ?? firstPicks(planner, offered)).map((pick) => (pick === UNSTORED ? open : pick));
  const picks: string[] = [];
  for (const pick of new Set(wanted)) if (await read(planner, pick)) picks.push(pick);
  store.setState({ picks });
}

/** Reads what a pick names, and its scenario for the title; false when it cannot be read. */
async function read(planner: Planner, pick: string): Promise<boolean> {
  if (pick === UNSTORED) return true;
  const { id, revision } = pickParts(pick);
  const found = await planner.libraryActions.read(id);
  if (found === null) return false;
  picksOf(planner).setState((state) => ({ read: new Map(state.read).set(id, found) }));
  if (revision === null) return true;
  const one = await planner.revisions.read(id, revision);
  if (one !== null) picksOf(planner).setState((state) => ({ revisions: new Map(state.revisions).set(pick, one) }));
  return one !== null;
}

export async function addPick(planner: Planner, pick: string): Promise<void> {
  if (!(await read(planner, pick))) return;
  picksOf(planner).setState(({ picks }) => ({ picks: [...(picks ?? []).filter((one) => one !== pick), pick].slice(0, MOST_PICKS) }));
}

/** These scenarios and no others, in the order in which they come, as far as there is room. */
export const choosePicks = (planner: Planner, ids: readonly string[]): void => picksOf(planner).setState({ picks: ids.slice(0, MOST_PICKS) });

export const removePick = (planner: Planner, pick: string): void =>
  picksOf(planner).setState(({ picks }) => ({ picks: (picks ?? []).filter((one) => one !== pick) }));
