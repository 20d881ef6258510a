/** One study of switching values at a time, in the workers of the analyses. Another conclusion or leaving the screen ends it. */
import { useCallback, useEffect, useRef, useState } from "react";
import { switchingValues } from "../../../shared/analysis/switching-values.ts";
import type { Conclusion, SwitchingValues } from "../../../shared/analysis/switching-values.ts";
import { usePlanner } from "../../state/planner.ts";

export type SwitchingState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly done: number; readonly total: number }
  | { readonly kind: "stopped"; readonly done: number }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "done"; readonly found: SwitchingValues };

export interface SwitchingStudy {
  readonly state: SwitchingState;
  readonly start: () => void;
  readonly stop: () => void;
}

const IDLE: SwitchingState = { kind: "idle" };

/** What was found belongs to the conclusion it was asked for. */
interface Kept {
  readonly conclusion: Conclusion | null;
  readonly state: SwitchingState;
}

export function useSwitching(conclusion: Conclusion | null): SwitchingStudy {
  const { analysis } = usePlanner();
  const [kept, setKept] = useState<Kept>({ conclusion: null, state: IDLE });
  const end = useRef<() => void>(() => {});
  const stopped = useRef<() => void>(() => {});
  const state = kept.conclusion === conclusion ? kept.state : IDLE;
  useEffect(() => () => end.current(), [conclusion]);

  const start = useCallback(() => {
    if (conclusion === null) return;
    end.current();
    let ended = false;
    let done = 0;
    const show = (next: SwitchingState): void => setKept({ conclusion, state: next });
    end.current = () => {
      ended = true;
    };
    const ask = async (): Promise<void> => {
      const runner = await analysis.runner();
      if (ended) return;
      const found = await switchingValues(runner, conclusion, {
        progress: (runs, total) => {
          done = runs;
          if (!ended) show({ kind: "running", done: runs, total });
        },
        isCancelled: () => ended,
      });
      if (!ended && found !== "cancelled") show({ kind: "done", found });
    };
    show({ kind: "running", done: 0, total: 1 });
    stopped.current = () => show({ kind: "stopped", done });
    ask().catch((cause: unknown) => {
      if (!ended) show({ kind: "failed", message: cause instanceof Error ? cause.message : String(cause) });
    });
  }, [conclusion, analysis]);

  const stop = useCallback(() => {
    end.current();
    stopped.current();
  }, []);
  return { state, start, stop };
}
