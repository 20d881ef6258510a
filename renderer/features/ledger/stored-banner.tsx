/** The bar over a stored result: from when and what it is, what today's model and data make of it, and which part of that is whose. */
import { useMemo } from "react";
import { inSentence } from "../../../shared/format/words.ts";
import { ledgerFailureText, ledgerSentence, ledgerView } from "../../../shared/view/library/ledger-view.ts";
import { dayText } from "../../format-time.ts";
import { useDataset, useDocument, usePlanner, useResult, useSession, useView } from "../../state/planner.ts";
import type { StoredOrigin } from "../../state/result-store.ts";
import { Banner } from "../../ui/banner.tsx";
import { useNow } from "../../use-now.ts";
import { headlineMeasureId, ledgerSteps, useEditsWord } from "./ledger-steps.ts";

export function StoredBanner() {
  const stored = useResult((state) => state.stored);
  const ledger = useResult((state) => state.ledger);
  const screen = useSession((state) => state.screen);
  if (screen !== "explore") return null;
  if (stored !== null) return ledger?.isPutAway === true ? null : <Stored origin={stored} />;
  return ledger === null || ledger.isPutAway ? null : <Recomputed origin={ledger.origin} />;
}

/** The stored numbers are on screen. */
function Stored({ origin }: { readonly origin: StoredOrigin }) {
  const { recompute, showLedger } = usePlanner();
  const { openDialog } = useView();
  const sentence = useSentence();
  const failure = useResult((state) => state.ledgerFailure);
  const { origins, today } = useOrigins(origin);
  const now = useNow();
  const title = `Stored result${origin.savedAt === null ? "" : ` of ${dayText(origin.savedAt, now)}`}, ${origins}`;
  const again = { label: "Recompute", primary: true, run: recompute };
  if (failure !== null) return <Banner tone="warn" title={title} text={ledgerFailureText(failure)} actions={[again]} />;
  if (sentence === null) return <Banner tone="info" title={title} text={`Recompute on ${today}? Moving a lever does it too.`} actions={[again]} />;
  return (
    <Banner
      tone="info"
      title={title}
      text={`Recomputed on ${today}: ${sentence}.`}
      actions={[{ label: "All figures", run: () => openDialog({ kind: "ledger" }) }, { label: "Keep stored", run: () => showLedger(false) }, again]}
    />
  );
}

/** The numbers on screen are today's; the last revision's are not. */
function Recomputed({ origin }: { readonly origin: StoredOrigin }) {
  const { showLedger } = usePlanner();
  const { openDialog } = useView();
  const sentence = useSentence();
  const { origins, today } = useOrigins(origin);
  const now = useNow();
  if (sentence === null) return null;
  return (
    <Banner
      tone="info"
      title={`Recomputed on ${today}`}
      text={`Against the stored result${origin.savedAt === null ? "" : ` of ${dayText(origin.savedAt, now)}`}, ${origins}: ${sentence}. Save keeps these numbers as a revision.`}
      actions={[
        { label: "All figures", run: () => openDialog({ kind: "ledger" }) },
        { label: "Close", run: () => showLedger(false) },
      ]}
    />
  );
}

/** Only what differs is named: "data US 2026.1, model 1.2". */
function useOrigins(origin: StoredOrigin): { readonly origins: string; readonly today: string } {
  const { modelVersion } = usePlanner();
  const { vintage } = useDataset();
  const named = (data: string, model: string): string =>
    [origin.dataVintage === vintage ? null : `data ${data}`, origin.modelVersion === modelVersion ? null : `model ${model}`]
      .filter((part) => part !== null)
      .join(", ");
  return { origins: named(origin.dataVintage, origin.modelVersion), today: named(vintage, modelVersion) };
}

/** The headline of the selection in the outcome year; null until the runs are there. */
function useSentence(): string | null {
  const dataset = useDataset();
  const ledger = useResult((state) => state.ledger);
  const isStored = useResult((state) => state.stored !== null);
  // The sentence is for reading at rest: it may come a moment after the lever.
  const current = useResult((state) => state.parts.tiles);
  const year = useSession((state) => state.outcomeYear);
  const only = useSession(headlineMeasureId);
  const edits = useEditsWord(useDocument((state) => state.document));
  return useMemo(() => {
    if (ledger === null) return null;
    const { rows, columns } = ledgerView(dataset, ledgerSteps(ledger, isStored ? null : current), { year, edits, only });
    const [row] = rows;
    return row === undefined ? null : `${inSentence(row.label)} in ${String(year)}, ${ledgerSentence(row, columns)}`;
  }, [dataset, ledger, isStored, current, year, only, edits]);
}
