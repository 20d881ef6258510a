/** Then and now: how a figure came from its stored value to the one of today, as a change by the model, one by the data and one by own edits. */

/** The same figure on the way from then to now. The steps are sequential: each changes one thing and keeps all before it. */
export interface LedgerSteps<T> {
  /** Old model, old data, stored inputs: what was saved. Old models are not run again. */
  readonly stored: T;
  /** Today's model, old data, stored inputs; undefined where the old dataset is not held here. */
  readonly oldData: T | undefined;
  /** Today's model, today's data, stored inputs. */
  readonly newData: T;
  /** Today's model, today's data, today's inputs. */
  readonly now: T;
}

/** `model-and-data`: one part where the old dataset is not held, so that the two cannot be told apart. */
export type LedgerSource = "model" | "data" | "model-and-data" | "edits";

export interface LedgerPart {
  readonly source: LedgerSource;
  /** In the figure's own unit; 0 = this changed nothing, bit for bit. */
  readonly change: number;
}

export interface Ledger {
  readonly before: number;
  readonly now: number;
  /** Add up to `now − before`. */
  readonly parts: readonly LedgerPart[];
}

/** null where one of the steps does not define the figure: a part of a change is then no number. */
export function ledgerOf({ stored, oldData, newData, now }: LedgerSteps<number | null>): Ledger | null {
  if (stored === null || oldData === null || newData === null || now === null) return null;
  const upToData: readonly LedgerPart[] =
    oldData === undefined
      ? [{ source: "model-and-data", change: newData - stored }]
      : [
          { source: "model", change: oldData - stored },
          { source: "data", change: newData - oldData },
        ];
  return { before: stored, now, parts: [...upToData, { source: "edits", change: now - newData }] };
}
