/** Every way to change the open scenario: a pure edit, an undo label and a key under which quick repeats merge. Ids come from the dataset; an unknown one is a programmer error. */
import type { Dataset, Lever } from "../../shared/dataset/dataset.ts";
import { describeEdit } from "../../shared/scenario/describe-edit.ts";
import * as edits from "../../shared/scenario/edit-scenario.ts";
import * as history from "../../shared/scenario/history.ts";
import type { Assumption, LeverSetting, OwnWorld, ScenarioDocument, ScenarioEvent, ScenarioLabels, Target } from "../../shared/scenario/scenario.ts";
import type { YearMonth } from "../../shared/time.ts";
import { withHistory } from "./document-store.ts";
import type { DocumentStore, Edited } from "./document-store.ts";

export interface EditActions {
  /** `partner` (supplier iso3) tells the rows of ally finance apart. */
  readonly setLever: (leverId: string, value: number, partner?: string) => void;
  readonly setLeverStart: (leverId: string, start: YearMonth, partner?: string) => void;
  readonly setLeverRamp: (leverId: string, months: number, partner?: string) => void;
  readonly setLeverEnd: (leverId: string, end: YearMonth | null, partner?: string) => void;
  readonly replaceInstances: (leverId: string, instances: readonly LeverSetting[]) => void;
  /** Puts `levers` in the place of all lever settings, as one undo entry of that name. */
  readonly takeLevers: (levers: readonly LeverSetting[], label: string) => void;
  readonly resetLever: (leverId: string) => void;
  /** Takes away the settings of levers that the dataset does not have. */
  readonly removeUnknownLevers: () => void;
  readonly resetGroup: (group: string) => void;
  readonly resetAll: () => void;
  /** Back to the last revision, as one undoable edit; nothing happens without a revision. */
  readonly resetToSaved: () => void;
  readonly setWorld: (world: string) => void;
  /** A world of the user's own, an edited copy of `base`. */
  readonly setOwnWorld: (base: string, own: OwnWorld) => void;
  readonly addEvent: (event: ScenarioEvent) => void;
  readonly replaceEvent: (index: number, event: ScenarioEvent) => void;
  readonly removeEvent: (index: number) => void;
  readonly setTarget: (target: Target | null) => void;
  readonly setBudget: (budget: number | null) => void;
  readonly setAssumption: (at: Pick<Assumption, "mineral" | "stage" | "key">, value: number | null) => void;
  /** Takes a whole document over, as one undoable edit of that name. */
  readonly replaceDocument: (document: ScenarioDocument, label: string) => void;
  readonly setLabels: (labels: Partial<ScenarioLabels>) => void;
  /** Pointer down and pointer up of one drag: one undo entry, no draft written in between, chart scales frozen. */
  readonly beginGesture: () => void;
  readonly endGesture: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

export function createEditActions(dataset: Dataset, documents: DocumentStore, now: () => number): EditActions {
  const leverOf = (id: string): Lever => {
    const lever = dataset.levers.find((candidate) => candidate.id === id);
    if (!lever) throw new Error(`no lever ${id} in dataset ${dataset.id}`);
    return lever;
  };
  const rowOf = (id: string, partner: string | undefined): edits.LeverRow => (partner === undefined ? { lever: leverOf(id) } : { lever: leverOf(id), partner });
  const describe = (before: Edited, after: Edited): string => describeEdit(dataset, before, after);
  const move = (step: (h: history.History<Edited>) => history.History<Edited>): void =>
    documents.setState((state) => withHistory(state, step(state.history)), true);

  function change(reduce: (document: ScenarioDocument) => ScenarioDocument, mergeKey: string | null = null, label?: string): void {
    move((h) => {
      const document = reduce(h.present.document);
      if (document === h.present.document) return h;
      return history.edit(h, { next: { ...h.present, document }, label: label === undefined ? describe : () => label, mergeKey, at: now() });
    });
  }

  return {
    setLever: (id, value, partner) => change((d) => edits.setLever(d, rowOf(id, partner), value), `lever:${id}:${partner ?? ""}`),
    setLeverStart: (id, start, partner) => change((d) => edits.setLeverStart(d, rowOf(id, partner), start), `start:${id}:${partner ?? ""}`),
    setLeverRamp: (id, months, partner) => change((d) => edits.setLeverRamp(d, rowOf(id, partner), months), `ramp:${id}:${partner ?? ""}`),
    setLeverEnd: (id, end, partner) => change((d) => edits.setLeverEnd(d, rowOf(id, partner), end), `end:${id}:${partner ?? ""}`),
    replaceInstances: (id, instances) => change((d) => edits.replaceInstances(d, leverOf(id).id, instances), `instances:${id}`),
    takeLevers: (levers, label) => change((d) => edits.takeLevers(d, levers), null, label),
    resetLever: (id) => change((d) => edits.resetLever(d, leverOf(id).id)),
    removeUnknownLevers: () => change((d) => edits.removeUnknownSettings(d, dataset.levers), null, "Settings of unknown levers removed"),
    resetGroup: (group) => change((d) => edits.resetGroup(d, dataset.levers, group), null, `${group} to status quo`),
    resetAll: () => change(edits.resetAll, null, "All levers to status quo"),
    resetToSaved: () => {
      const { saved, revision } = documents.getState();
      if (saved) change(() => saved, null, `Back to saved revision ${revision}`);
    },
    setWorld: (world) => change((d) => edits.setWorld(d, dataset.worlds, world)),
    setOwnWorld: (base, own) => change((d) => edits.setOwnWorld(d, dataset.worlds, base, own), "own-world"),
    addEvent: (event) => change((d) => edits.addEvent(d, event)),
    replaceEvent: (index, event) => change((d) => edits.replaceEvent(d, index, event), `event:${index}`),
    removeEvent: (index) => change((d) => edits.removeEvent(d, index)),
    setTarget: (target) => change((d) => edits.setTarget(d, target), "target"),
    setBudget: (budget) => change((d) => edits.setBudget(d, budget), "budget"),
    setAssumption: (at, value) => change((d) => edits.setAssumption(d, at, value), `assumption:${at.mineral}:${at.stage}:${at.key}`),
    replaceDocument: (document, label) => change(() => document, null, label),
    setLabels: (labels) => move((h) => history.edit(h, { next: { ...h.present, labels: { ...h.present.labels, ...labels } }, label: describe, at: now() })),
    beginGesture: () => move(history.beginGesture),
    endGesture: () => move((h) => history.endGesture(h, describe, now())),
    undo: () => move(history.undo),
    redo: () => move(history.redo),
  };
}
