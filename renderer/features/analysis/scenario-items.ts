/** The chosen scenarios and status quo as the analyses take them: with letters, colours and readers of their results. */
import { useEffect, useMemo } from "react";
import { useStore } from "zustand/react";
import { MAX_OVERLAID } from "../../../shared/analysis/compare.ts";
import type { Package } from "../../../shared/analysis/jobs/job.ts";
import { statusQuoBeside } from "../../../shared/analysis/status-quo.ts";
import type { ResultReader } from "../../../shared/indicator/result-reader.ts";
import type { RunResult } from "../../../shared/model/run-result.ts";
import { worldName } from "../../../shared/scenario/own-world.ts";
import { sameValue } from "../../../shared/scenario/same-value.ts";
import { type ScenarioDocument, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import type { ComparedItem } from "../../../shared/view/compare/compare-view-types.ts";
import { letterSlots } from "../../../shared/view/compare/letter-slots.ts";
import type { PinnedScenario } from "../../../shared/view/explore/explore-types.ts";
import type { DocumentState } from "../../state/document-store.ts";
import { useDocument, usePlanner, useResult, useSession } from "../../state/planner.ts";
import type { Planner } from "../../state/planner.ts";
import { currentDocument } from "../../state/document-store.ts";
import { tryCompute } from "../../state/try-compute.ts";
import { perPlanner } from "./per-planner.ts";
import { addPick, MOST_PICKS, pickParts, type PicksState, picksOf, refreshPicks, removePick, revisionPick, UNSTORED } from "./picks.ts";

/** Newest revisions of a scenario that the menu offers. */
const MOST_REVISIONS = 8;
const COLOURS = ["--s-a", "--s-b", "--s-c", "--s-d", "--s-e"];
const MORE: Pick<ComparedItem, "colour" | "textColour"> = { colour: "--ink-2", textColour: "--surface" };

export interface ScenarioItem extends ComparedItem {
  readonly document: ScenarioDocument;
  /** Its result was stored under another model or other data. */
  readonly isStale: boolean;
}

/** What is run of an item. */
export const packageOf = ({ document }: Pick<ScenarioItem, "document">): Package => ({ inputs: document.inputs, assumptions: document.assumptions });

export interface ScenarioItems {
  /** Status quo first: in the world, with the events and assumptions that all scenarios share. */
  readonly all: readonly ScenarioItem[];
  readonly scenarios: readonly ScenarioItem[];
  /** Titles of scenarios whose assumptions no longer fit the dataset. */
  readonly unfit: readonly string[];
  /** What can still be added. */
  readonly others: readonly { readonly id: string; readonly label: string }[];
  readonly room: number;
  readonly ready: boolean;
  readonly add: (pick: string) => void;
  readonly remove: (pick: string) => void;
  readonly recompute: () => void;
}

export function useScenarioItems(): ScenarioItems {
  const planner = usePlanner();
  const state = useStore(picksOf(planner), (one) => one);
  const open = useDocument((one) => one);
  const current = useResult((one) => one.current);
  const stored = useResult((one) => one.stored);
  useEffect(() => void refreshPicks(planner), [planner, open.id]);

  const pins = useSession((one) => one.pins);
  const { scenarios: picked, unfit } = useMemo(
    () => scenarioItems(planner, state, open, current, stored && { modelVersion: stored.modelVersion, dataVintage: stored.dataVintage }),
    [planner, state, open, current, stored],
  );
  const scenarios = useMemo(
    () => lettered(planner, [...picked, ...pins.slice(0, MOST_PICKS - picked.length).map((pin) => pinItem(planner, pin))]),
    [planner, picked, pins],
  );
  const statusQuo = useMemo(() => statusQuoItem(planner, scenarios), [planner, scenarios]);
  return {
    all: [statusQuo, ...scenarios],
    scenarios,
    unfit,
    others: others(state, open),
    room: MOST_PICKS - scenarios.length,
    ready: state.picks !== null,
    add: (pick) => void addPick(planner, pick),
    remove: (key) => {
      const kept = pins.filter(({ id }) => pinKey(id) !== key);
      if (kept.length < pins.length) planner.view.setPins(kept);
      else removePick(planner, key);
    },
    recompute: () => recompute(planner, scenarios),
  };
}

/** Scenarios that are not chosen, then other revisions of those that are. */
function others({ picks, read, offered }: PicksState, open: DocumentState): ScenarioItems["others"] {
  const chosen = picks ?? [];
  const openPick = open.id ?? UNSTORED;
  const scenarios = offered.filter(({ id }) => id !== open.id).map(({ id, title }) => ({ id, label: title }));
  const revisions = chosen.flatMap((pick) => {
    const found = read.get(pick);
    if (!found) return [];
    const edited = pick === open.id && !sameValue(open.saved, open.document);
    const earlier = found.revisions.filter(({ number }) => edited || number !== found.revision).slice(0, MOST_REVISIONS);
    return earlier.map(({ number }) => ({ id: revisionPick(pick, number), label: `${found.labels.title}, revision ${number}` }));
  });
  return [{ id: openPick, label: `${open.labels.title} (open)` }, ...scenarios, ...revisions].filter(({ id }) => !chosen.includes(id));
}

type Versions = Pick<ComparedItem, "modelVersion" | "dataVintage">;

function scenarioItems(
  planner: Planner,
  { picks, read, revisions, recomputed }: PicksState,
  open: DocumentState,
  current: ResultReader,
  storedOpen: Versions | null,
): { readonly scenarios: readonly UnletteredItem[]; readonly unfit: readonly string[] } {
  const today: Versions = { modelVersion: planner.modelVersion, dataVintage: planner.dataset.vintage };
  const unfit: string[] = [];
  const scenarios = (picks ?? []).flatMap((pick): readonly UnletteredItem[] => {
    const make = (title: string, detail: string, document: ScenarioDocument, result: ResultReader, versions: Versions, isOpen = false): UnletteredItem => {
      const isStale = versions.modelVersion !== today.modelVersion || versions.dataVintage !== today.dataVintage;
      return { key: pick, title, detail, document, scenario: document, result, ...versions, isOpen, isStale };
    };
    if (pick === (open.id ?? UNSTORED)) {
      const edited = open.saved === null || !sameValue(open.saved, open.document);
      const detail = edited ? "as edited" : `revision ${open.revision}`;
      return [make(open.labels.title, detail, open.document, current, storedOpen ?? today, true)];
    }
    const { id, revision } = pickParts(pick);
    const found = read.get(id);
    if (found === undefined) return [];
    const { title } = found.labels;
    const one = revisions.get(pick);
    if (revision !== null && one === undefined) return [];
    if (one !== undefined && !recomputed.has(pick)) {
      return [make(title, `revision ${one.number}`, one.document, storedReader(planner, one.result), versionsOf(one.result))];
    }
    if (found.saved !== null && found.result !== null && !recomputed.has(pick)) {
      const detail = found.draft === null ? `revision ${found.revision}` : `revision ${found.revision}, without its draft`;
      return [make(title, detail, found.saved, storedReader(planner, found.result), versionsOf(found.result))];
    }
    const document = one?.document ?? found.saved ?? currentDocument(found);
    const result = computed(planner, document);
    if (result === null) {
      unfit.push(title);
      return [];
    }
    return [make(title, found.saved === null ? "draft" : `revision ${one?.number ?? found.revision}, recomputed`, document, result, today)];
  });
  return { scenarios, unfit };
}

const pinKey = (id: number): string => `pin:${id}`;

type UnletteredItem = Omit<ScenarioItem, "letter" | "colour" | "textColour">;

/** The letters that were given last: a scenario keeps its own on every screen. */
const lettersOf = perPlanner((): { slots: ReadonlyMap<string, number> } => ({ slots: new Map() }));

/** In the order of their letters. */
function lettered(planner: Planner, items: readonly UnletteredItem[]): readonly ScenarioItem[] {
  const letters = lettersOf(planner);
  letters.slots = letterSlots(
    letters.slots,
    items.map(({ key }) => key),
  );
  const slotOf = ({ key }: UnletteredItem): number => letters.slots.get(key)!;
  return items.toSorted((a, b) => slotOf(a) - slotOf(b)).map((item) => Object.assign({ letter: letterOf(slotOf(item)) }, item, colourOf(slotOf(item))));
}

const letterOf = (slot: number): string => String.fromCodePoint(65 + slot);

/** A scenario as it was when it was pinned on a chart. */
function pinItem({ modelVersion, dataset }: Planner, pin: PinnedScenario): UnletteredItem {
  const { document, reader } = pin;
  const versions = { modelVersion: pin.modelVersion, dataVintage: pin.dataVintage };
  const isStale = versions.modelVersion !== modelVersion || versions.dataVintage !== dataset.vintage;
  return {
    key: pinKey(pin.id),
    title: `${pin.name}, pinned`,
    detail: "as it was when it was pinned",
    document,
    scenario: document,
    result: reader,
    ...versions,
    isOpen: false,
    isStale,
  };
}

const versionsOf = ({ planner }: RunResult): Versions => ({ modelVersion: planner.model_version, dataVintage: planner.data_vintage });

const colourOf = (slot: number): Pick<ComparedItem, "colour" | "textColour"> =>
  slot < MAX_OVERLAID ? { colour: COLOURS[slot]!, textColour: `${COLOURS[slot]!}-t` } : MORE;

/** Readers by document and by stored result, so that the same numbers keep their identity. */
const readersOf = perPlanner(() => ({
  computed: new WeakMap<object, ResultReader | null>(),
  stored: new WeakMap<object, ResultReader>(),
  quo: new Map<string, ScenarioDocument>(),
}));

function computed(planner: Planner, document: ScenarioDocument): ResultReader | null {
  const known = readersOf(planner).computed;
  if (!known.has(document)) known.set(document, tryCompute(planner.analysis.compute, document));
  return known.get(document)!;
}

function storedReader(planner: Planner, result: RunResult): ResultReader {
  const known = readersOf(planner).stored;
  const found = known.get(result) ?? planner.analysis.stored(result);
  known.set(result, found);
  return found;
}

/** Beside the scenarios as `statusQuoBeside` says. */
function statusQuoItem(planner: Planner, scenarios: readonly ScenarioItem[]): ScenarioItem {
  const { dataset } = planner;
  const defaultWorld = statusQuoDocument(dataset.worlds[0]!.id);
  const wanted: ScenarioDocument = {
    ...defaultWorld,
    ...statusQuoBeside(
      scenarios.map(({ document }) => document),
      defaultWorld.inputs.world,
    ),
  };
  const { quo } = readersOf(planner);
  const key = JSON.stringify([wanted.inputs, wanted.assumptions]);
  const document = quo.get(key) ?? wanted;
  quo.set(key, document);
  const result = computed(planner, document) ?? planner.results.getState().statusQuo;
  const world = worldName(dataset, document.inputs);
  return {
    key: "status-quo",
    letter: "",
    title: "Status quo",
    detail: sameValue(document, defaultWorld) ? "" : `in ${world}`,
    colour: "--s-base",
    textColour: "--s-base-t",
    document,
    scenario: document,
    result,
    modelVersion: planner.modelVersion,
    dataVintage: dataset.vintage,
    isOpen: false,
    isStale: false,
  };
}

/** Stored results of other models or data are computed anew, because somebody asked. What was stored stays in the store. */
function recompute(planner: Planner, scenarios: readonly ScenarioItem[]): void {
  const stale = scenarios.filter(({ isStale }) => isStale);
  if (stale.some(({ isOpen }) => isOpen)) planner.recompute();
  const keys = stale.filter(({ isOpen }) => !isOpen).map(({ key }) => key);
  picksOf(planner).setState(({ recomputed }) => ({ recomputed: new Set([...recomputed, ...keys]) }));
}
