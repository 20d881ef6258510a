/** A part of the window whose code comes after the first picture: fetched in a quiet moment, or at once where it is wanted before. */
import { useEffect } from "react";
import type { ComponentType } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

export interface LazyPart<P extends object> {
  /** The part once it is here, `Meanwhile` before. A part that was fetched is shown in the same frame, without a detour. */
  readonly Part: ComponentType<P>;
  /** Resolves when the part is here or could not be fetched; asking again after a failure tries again. */
  readonly fetch: () => Promise<void>;
}

/** What stands in the place of a part that is not here (yet). */
export interface MeanwhileProps {
  readonly failed: boolean;
  readonly onRetry: () => void;
}

interface PartState<P> {
  readonly loaded: ComponentType<P> | null;
  readonly failed: boolean;
}

export function lazyPart<P extends object>(load: () => Promise<ComponentType<P>>, Meanwhile: ComponentType<MeanwhileProps & P>): LazyPart<P> {
  const store = createStore<PartState<P>>(() => ({ loaded: null, failed: false }));
  let fetching: Promise<void> | null = null;

  async function fetchOnce(): Promise<void> {
    store.setState({ failed: false });
    try {
      store.setState({ loaded: await load() });
    } catch {
      // What was wanted is not there: that it is so is shown in its place.
      store.setState({ failed: true });
      fetching = null;
    }
  }
  const fetch = (): Promise<void> => (fetching ??= fetchOnce());

  function Part(props: P) {
    const { loaded: Loaded, failed } = useStore(store);
    useEffect(() => void fetch(), []);
    return Loaded === null ? <Meanwhile {...props} failed={failed} onRetry={() => void fetch()} /> : <Loaded {...props} />;
  }
  return { Part, fetch };
}
