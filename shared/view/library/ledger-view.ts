/** Then and now in words: "52% to 49%: model −1 point, data −2 points, levers no change", and the same for every headline figure. */
import { type Ledger, type LedgerSource, type LedgerSteps, ledgerOf } from "../../analysis/ledger.ts";
import type { Dataset } from "../../dataset/dataset.ts";
import type { AppError } from "../../errors/app-error.ts";
import { errorText } from "../../errors/error-text.ts";
import { compareValues } from "../../format/comparison.ts";
import { roundToSteps } from "../../format/number.ts";
import { NOT_AVAILABLE, stepsOnScale } from "../../format/quantity.ts";
import { roundTogether } from "../../format/round-together.ts";
import { inSentence } from "../../format/words.ts";
import { type DisplayScale, scaleFor } from "../../format/scale.ts";
import type { ResultReader } from "../../indicator/result-reader.ts";
import { headlineMeasures } from "../headline-measures.ts";

export interface LedgerRow {
  readonly id: string;
  readonly label: string;
  readonly before: string;
  readonly now: string;
  /** One text per column of the view: "−2 points", "no change", "n/a". */
  readonly parts: readonly string[];
  readonly total: string;
}

export interface LedgerView {
  readonly columns: readonly { readonly source: LedgerSource; readonly label: string }[];
  readonly rows: readonly LedgerRow[];
}

/** What own edits are called: "levers" as long as nothing but levers could differ, else "own edits". */
export type EditsWord = "levers" | "own edits";

const labels = (edits: EditsWord): Readonly<Record<LedgerSource, string>> => ({
  model: "Model",
  data: "Data",
  "model-and-data": "Model and data",
  edits: edits === "levers" ? "Levers" : "Own edits",
});

const sourcesOf = (steps: LedgerSteps<unknown>): readonly LedgerSource[] =>
  steps.oldData === undefined ? ["model-and-data", "edits"] : ["model", "data", "edits"];

export interface LedgerChoice {
  readonly year: number;
  readonly edits: EditsWord;
  /** Id of one headline measure; all of them without it. */
  readonly only?: string;
}

/** The headline figures of a year; those that neither end of the way defines are left out. */
export function ledgerView(dataset: Dataset, steps: LedgerSteps<ResultReader>, { year, edits, only }: LedgerChoice): LedgerView {
  const sources = sourcesOf(steps);
  const measures = headlineMeasures(dataset, year).filter(({ id }) => only === undefined || id === only);
  const rows = measures.map(({ id, label, indicator, read }): LedgerRow => {
    const values = mapSteps(steps, read);
    const scale = scaleFor(indicator, Math.max(Math.abs(values.stored ?? 0), Math.abs(values.now ?? 0)), dataset.currency.symbol);
    const ledger = ledgerOf(values);
    if (ledger === null) {
      const { current, reference, difference } = compareValues(values.now, values.stored, scale);
      return { id, label, before: reference, now: current, parts: sources.map(() => NOT_AVAILABLE), total: difference };
    }
    return shownLedger({ id, label }, ledger, scale);
  });
  return {
    columns: sources.map((source) => ({ source, label: labels(edits)[source] })),
    rows: rows.filter(({ before, now }) => before !== NOT_AVAILABLE || now !== NOT_AVAILABLE),
  };
}

/** One figure in a sentence without its end: "52% to 49%: model −1 point, data −2 points, levers no change". */
export function ledgerSentence(row: LedgerRow, columns: LedgerView["columns"]): string {
  const change = row.total === "no change" ? `stays at ${row.now}` : `${row.before} to ${row.now}`;
  return `${change}: ${columns.map(({ label }, i) => `${label.toLowerCase()} ${row.parts[i] ?? NOT_AVAILABLE}`).join(", ")}`;
}

const mapSteps = (steps: LedgerSteps<ResultReader>, read: (reader: ResultReader) => number | null): LedgerSteps<number | null> => ({
  stored: read(steps.stored),
  oldData: steps.oldData && read(steps.oldData),
  newData: read(steps.newData),
  now: read(steps.now),
});

/** Shown parts add up to the shown total, which is the difference of the shown values (V5). A part that whole steps would hide brings finer decimals. */
function shownLedger({ id, label }: Pick<LedgerRow, "id" | "label">, { before, now, parts }: Ledger, scale: DisplayScale): LedgerRow {
  const changes = parts.map(({ change }) => change / scale.divisor);
  const rounded = (decimals: number) => {
    const ends = [before, now].map((value) => roundToSteps(value / scale.divisor, decimals)) as [number, number];
    return { decimals, ends, total: ends[1] - ends[0], shown: roundTogether(changes, ends[1] - ends[0], decimals) };
  };
  const hidesNone = ({ shown }: ReturnType<typeof rounded>): boolean => changes.every((change, i) => change === 0 || shown[i] !== 0);
  const whole = rounded(scale.decimals);
  const { decimals, ends, total, shown } = hidesNone(whole) ? whole : rounded(scale.fineDecimals);
  const text = (steps: number, isChanged: boolean): string => {
    if (steps !== 0) return `${steps > 0 ? "+" : ""}${stepsOnScale(steps, decimals, scale, scale.differenceSuffix)}`;
    return isChanged ? `less than ${stepsOnScale(1, scale.fineDecimals, scale, scale.differenceSuffix)}` : "no change";
  };
  return {
    id,
    label,
    before: stepsOnScale(ends[0], decimals, scale, scale.suffix),
    now: stepsOnScale(ends[1], decimals, scale, scale.suffix),
    parts: shown.map((steps, i) => text(steps, changes[i] !== 0)),
    total: text(total, now !== before),
  };
}

/** Why model, data and edits cannot be told apart; the stored numbers do not depend on it. */
export function ledgerFailureText(error: AppError): string {
  const why = error.code === "bad-request" ? `its inputs do not fit today's data at ${error.field}.` : inSentence(errorText(error).what);
  return `These numbers are as they were saved. What today's model and data make of them could not be worked out: ${why}`;
}
