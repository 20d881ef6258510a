/** Stays for as long as the database cannot be written; tells once that it was mended or upgraded. */
import { useState } from "react";
import { errorText } from "../../../shared/errors/error-text.ts";
import { usePlanner, useSettings } from "../../state/planner.ts";
import { Banner } from "../../ui/banner.tsx";

export function StoreBanner() {
  const { store, found } = useSettings((state) => state);
  const { backups, database, view } = usePlanner();
  const [isDismissed, setDismissed] = useState(false);
  const details = { label: "Details", run: () => view.showRecovery(true) };
  const dismiss = { label: "Dismiss", run: () => setDismissed(true) };
  if (store.mode !== "ready") {
    const text = store.notice === null ? null : errorText(store.notice);
    const isReadable = store.mode === "read-only";
    return (
      <Banner
        tone="warn"
        title={isReadable ? "Scenarios can be read, not saved" : "Nothing is saved to disk"}
        text={text === null ? "" : `${text.what} ${text.safe} ${text.next}`}
        actions={[
          isReadable ? { label: "Open folder", run: () => void backups.openFolder("data") } : details,
          { label: "Try again", run: () => void database.tryAgain() },
        ]}
      />
    );
  }
  if (isDismissed) return null;
  if (found.kind === "recovered") {
    return <Banner tone="warn" title="The scenario database was recovered" text="See what was found and where it is kept." actions={[details, dismiss]} />;
  }
  if (found.kind === "migrated") {
    const text = `It went from schema version ${found.from} to ${found.to}. The state before is kept as a backup.`;
    return <Banner tone="info" title="The scenario database was upgraded" text={text} actions={[dismiss]} />;
  }
  return null;
}
