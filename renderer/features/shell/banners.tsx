/** What stays under the title bar until it is solved: the scenario store, a stored result, a failed run, and what actions have put there. */
import { useState } from "react";
import type { StoreStatus } from "../../../shared/ipc/channels.ts";
import { errorText } from "../../../shared/errors/error-text.ts";
import { useDataset, useEdit, usePlanner, useResult, useSession, useSettings } from "../../state/planner.ts";
import { Banner } from "../../ui/banner.tsx";
import { dayText } from "../../format-time.ts";
import { useNow } from "../../use-now.ts";

export function Banners() {
  const banners = useSession((state) => state.banners);
  return (
    <div className="banners">
      <StoreBanner />
      <FailureBanner />
      <StoredBanner />
      {banners.map((banner) => (
        <Banner key={banner.key} tone={banner.tone} title={banner.title} text={banner.text} actions={banner.actions} />
      ))}
    </div>
  );
}

const STORE_TITLES: Readonly<Record<StoreStatus["mode"], string>> = {
  ready: "Look at the scenario database",
  "read-only": "Scenarios can be read, not saved",
  "memory-only": "Nothing is saved to disk",
};

function StoreBanner() {
  const { mode, notice } = useSettings((state) => state.store);
  const [dismissed, setDismissed] = useState(false);
  if (notice === null || dismissed) return null;
  const { what, safe, next } = errorText(notice);
  return <Banner tone="warn" title={STORE_TITLES[mode]} text={`${what} ${safe} ${next}`} actions={[{ label: "Dismiss", run: () => setDismissed(true) }]} />;
}

function FailureBanner() {
  const failure = useResult((state) => state.failure);
  const { undo } = useEdit();
  if (failure === null) return null;
  const where = failure.input === null ? "The last change" : failure.input;
  return (
    <Banner
      tone="error"
      title="The model could not compute this"
      text={`${where}: ${failure.message}. The numbers on screen are those before it.`}
      actions={[{ label: "Undo the change", run: undo }]}
    />
  );
}

function StoredBanner() {
  const stored = useResult((state) => state.stored);
  const screen = useSession((state) => state.screen);
  const { recompute, modelVersion } = usePlanner();
  const { vintage } = useDataset();
  const now = useNow();
  if (stored === null || screen !== "explore") return null;
  const on = [
    stored.dataVintage === vintage ? null : `data ${stored.dataVintage}`,
    stored.modelVersion === modelVersion ? null : `model ${stored.modelVersion}`,
  ].filter((part) => part !== null);
  const today = [stored.dataVintage === vintage ? null : vintage, stored.modelVersion === modelVersion ? null : `model ${modelVersion}`].filter(
    (part) => part !== null,
  );
  return (
    <Banner
      tone="info"
      title={`Stored result${stored.savedAt === null ? "" : ` of ${dayText(stored.savedAt, now)}`}, ${on.join(", ")}`}
      text={`Recompute on ${today.join(", ")}? Moving a lever does it too.`}
      actions={[{ label: "Recompute", primary: true, run: recompute }]}
    />
  );
}
