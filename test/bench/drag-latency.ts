/** Reads Chromium's trace of a drag: how long each input took to be painted by the main thread and to be presented. */

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly id2?: { readonly local?: string };
  readonly pid: number;
  readonly args: { readonly event_latency?: { readonly event_type?: string } };
}

/** Milliseconds from the input's time stamp. */
export interface InputLatency {
  readonly painted: number;
  readonly presented: number;
}

interface Shown {
  readonly begin: number;
  readonly painted: number;
  readonly presented: number;
}

export interface DragLatencies {
  /** Of each input. */
  readonly inputs: readonly InputLatency[];
  /** Pictures that showed an input. */
  readonly frames: number;
}

/**
 * Inputs that come while a frame is being made are merged by the browser into the oldest that waits, and their own records end at once: they are counted
 * from their own time to the presentation of the one they were merged into.
 */
export function dragLatencies(events: readonly TraceEvent[]): DragLatencies {
  const open = new Map<string, { begin: number; isDrag: boolean; painted: number | null }>();
  const shown: Shown[] = [];
  const begins: number[] = [];
  for (const { name, ph, ts, id2, pid, args } of events.toSorted((a, b) => a.ts - b.ts)) {
    const id = `${pid}:${id2?.local}`;
    if (name === "EventLatency" && ph === "b") {
      const isDrag = args.event_latency?.event_type === "MOUSE_DRAGGED";
      open.set(id, { begin: ts, isDrag, painted: null });
      if (isDrag) begins.push(ts);
    } else if (name === "Commit" && ph === "e") {
      const record = open.get(id);
      if (record) record.painted = ts;
    } else if (name === "EventLatency" && ph === "e") {
      const record = open.get(id);
      if (record?.isDrag && record.painted !== null) shown.push({ begin: record.begin, painted: record.painted, presented: ts });
      open.delete(id);
    }
  }
  shown.sort((a, b) => a.begin - b.begin);
  const inputs = begins.flatMap((begin) => {
    const into = shown.findLast((each) => each.begin <= begin && each.presented > begin) ?? shown.find((each) => each.begin > begin);
    return into ? [{ painted: (into.painted - begin) / 1000, presented: (into.presented - begin) / 1000 }] : [];
  });
  return { inputs, frames: new Set(shown.map(({ presented }) => presented)).size };
}
