/** An earlier revision as read-only text: what it set, and what its stored result says beside the newest revision's. */
import type { Dataset } from "../../dataset/dataset.ts";
import { compareValues } from "../../format/comparison.ts";
import { NOT_AVAILABLE, valueOrNone } from "../../format/quantity.ts";
import { scaleFor } from "../../format/scale.ts";
import { readerOfResult } from "../../indicator/result-of-run.ts";
import type { RunResult } from "../../model/run-result.ts";
import type { ScenarioDocument } from "../../scenario/scenario.ts";
import { differenceView } from "../difference-view.ts";
import type { DifferenceView } from "../explore/explore-types.ts";
import { headlineMeasures } from "../headline-measures.ts";
import { settingLines } from "../settings-list.ts";
import type { SettingLine } from "../settings-list.ts";

export interface RevisionOutcome {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** The newest revision's value, and how it differs from this one; null where this is the newest. */
  readonly newest: { readonly value: string; readonly difference: DifferenceView } | null;
}

export interface RevisionView {
  readonly outcomes: readonly RevisionOutcome[];
  readonly settings: readonly SettingLine[];
}

interface Revision {
  readonly document: ScenarioDocument;
  readonly result: RunResult;
}

/** `newest` null = `revision` is the newest one. Outcomes that neither result defines are left out. */
export function revisionView(dataset: Dataset, revision: Revision, newest: RunResult | null, year: number): RevisionView {
  const [then, now] = [readerOfResult(revision.result), newest && readerOfResult(newest)];
  const outcomes = headlineMeasures(dataset, year).map(({ id, label, indicator, read }): RevisionOutcome => {
    const [before, after] = [read(then), now && read(now)];
    const scale = scaleFor(indicator, Math.max(Math.abs(before ?? 0), Math.abs(after ?? 0)), dataset.currency.symbol);
    if (now === null) return { id, label, value: valueOrNone(before, scale), newest: null };
    const comparison = compareValues(after, before, scale);
    return { id, label, value: comparison.reference, newest: { value: comparison.current, difference: differenceView(comparison, indicator) } };
  });
  return {
    outcomes: outcomes.filter((line) => line.value !== NOT_AVAILABLE || (line.newest !== null && line.newest.value !== NOT_AVAILABLE)),
    settings: settingLines(dataset, revision.document),
  };
}
