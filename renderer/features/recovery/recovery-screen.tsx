/** In the place of the screens when the database was not as it should be: what was found, where it is kept, and what can be done now. Nothing here deletes. */
import { Download, FilePlus, FolderOpen, RotateCw } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { BackupInfo, StoreChoice } from "../../../shared/ipc/store-opening.ts";
import { storeChoices } from "../../../shared/ipc/store-opening.ts";
import { recoveryText } from "../../../shared/view/library/recovery-text.ts";
import { momentClockText } from "../../format-time.ts";
import { usePlanner, useSettings } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { useNow } from "../../use-now.ts";
import { Brand } from "../shell/brand.tsx";
import { Dialogs } from "../shell/dialogs.tsx";
import { Toasts } from "../shell/toasts.tsx";
import { useTheme } from "../shell/use-theme.ts";
import { BackupTable } from "./backups-dialog.tsx";
import { ScrollArea } from "../../ui/scroll-area.tsx";
import "../boot/boot-error.css";
import "./recovery-screen.css";

export function RecoveryScreen() {
  useTheme();
  const { backups, view } = usePlanner();
  const { found, store } = useSettings((state) => state);
  const now = useNow();
  const [listed, setListed] = useState<readonly BackupInfo[]>([]);
  useEffect(() => {
    // A database that was not opened has backups, but nothing may be written beside it.
    if (found.kind === "recovered") void backups.list().then((list) => setListed(list?.backups ?? []));
  }, [backups, found]);

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const text = recoveryText(found, store, (at) => momentClockText(at, now));
  const choices = storeChoices(found, listed.length);
  const restore = ({ name, madeAt }: BackupInfo): void => {
    void backups.restore(name, momentClockText(madeAt, now)).then((done) => done && view.showRecovery(false));
  };
  return (
    <main className="boot">
      <div className="card boot-card recovery">
        <header className="recovery-head">
          <Brand />
          <h1 className="page-title" tabIndex={-1} ref={heading}>
            {text?.title}
          </h1>
        </header>
        <dl className="recovery-facts">
          {text?.facts.map(({ name, text: sentence }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
        {choices.includes("restore-backup") && (
          <section className="recovery-backups" aria-labelledby="recovery-backups">
            <h2 id="recovery-backups" className="section-head">
              Restore another backup
            </h2>
            <p className="muted">The present state is backed up first, so this can be undone.</p>
            <ScrollArea label="Backups">
              <BackupTable backups={listed} now={now} canRestore onRestore={restore} />
            </ScrollArea>
          </section>
        )}
        <footer className="recovery-choices">
          <Choices choices={choices} />
        </footer>
      </div>
      <Toasts />
      <Dialogs />
    </main>
  );
}

/** What stands at the foot; the list of backups has its own buttons. */
type FootChoice = Exclude<StoreChoice, "restore-backup">;

function Choices({ choices }: { readonly choices: readonly StoreChoice[] }) {
  const { backups, database, view } = usePlanner();
  const isRefused = choices.includes("try-again");
  const startEmpty = (): void =>
    view.openDialog({
      kind: "confirm",
      title: "Start with an empty database?",
      text: "What the database holds now is backed up first, so this can be undone. The damaged file stays where it is kept.",
      confirm: "Start empty",
      destructive: false,
      run: () => void backups.startEmpty().then((done) => done && view.showRecovery(false)),
    });
  const rows: Readonly<Record<FootChoice, { readonly label: string; readonly icon?: LucideIcon; readonly run: () => void }>> = {
    "open-folder": { label: "Open folder", icon: FolderOpen, run: () => void backups.openFolder(isRefused ? "data" : "damaged") },
    "export-all": { label: "Export what could be read", icon: Download, run: () => void database.exportAll() },
    "start-empty": { label: "Start empty", icon: FilePlus, run: startEmpty },
    "try-again": { label: "Try again", icon: RotateCw, run: () => void database.tryAgain() },
    continue: { label: isRefused ? "Go on without saving" : "Continue", run: () => view.showRecovery(false) },
  };
  const order: readonly FootChoice[] = ["open-folder", "export-all", "start-empty", "continue", "try-again"];
  return order
    .filter((choice) => choices.includes(choice))
    .map((choice, i, shown) => {
      const { label, icon, run } = rows[choice];
      return (
        <Button key={choice} {...(icon && { icon })} variant={i === shown.length - 1 ? "primary" : "secondary"} onPress={run}>
          {label}
        </Button>
      );
    });
}
