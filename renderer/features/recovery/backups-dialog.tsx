/** Backups of the database: when each was made and why, how large it is; back up now, restore one, show the folder. */
import { Archive, FolderOpen } from "lucide-react";
import { useEffect, useState } from "react";
import type { BackupInfo } from "../../../shared/ipc/store-opening.ts";
import { backupKindText, bytesText } from "../../../shared/view/library/backup-text.ts";
import { capitalised } from "../../../shared/format/words.ts";
import { momentClockText } from "../../format-time.ts";
import { usePlanner, useSettings } from "../../state/planner.ts";
import type { BackupList } from "../../state/backup-actions.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { PlainTable, WaitingTable, type PlainHead } from "../../ui/plain-table.tsx";
import { useNow } from "../../use-now.ts";

export function BackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const { backups, view } = usePlanner();
  const mode = useSettings((state) => state.store.mode);
  const [listed, setListed] = useState<BackupList | null>(null);
  const now = useNow();

  useEffect(() => {
    void backups.list().then(setListed);
  }, [backups]);

  const make = async (): Promise<void> => {
    if ((await backups.make()) !== null) setListed(await backups.list());
  };
  const restore = ({ name, madeAt }: BackupInfo): void => {
    const moment = momentClockText(madeAt, now);
    view.openDialog({
      kind: "confirm",
      title: `Restore the backup of ${moment}?`,
      text: "All scenarios go back to what they were then. The present state is backed up first, so this can be undone.",
      confirm: "Restore",
      destructive: false,
      run: () => void backups.restore(name, moment),
    });
  };
  return (
    <Dialog
      title="Backups"
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" icon={FolderOpen} onPress={() => void backups.openFolder("backups")}>
            Open folder
          </Button>
          <span className="spacer" />
          <Button onPress={onClose}>Close</Button>
          <Button variant="primary" icon={Archive} isDisabled={mode !== "ready"} onPress={() => void make()}>
            Back up now
          </Button>
        </>
      }
    >
      <p className="muted">
        {mode === "ready"
          ? "A backup is made by itself when something has changed: three of today are kept, one of each earlier day, ten in all."
          : "Backups are not made or restored while the database cannot be written."}
      </p>
      {listed === null ? (
        <WaitingTable label="Reading the backups" />
      ) : listed.backups.length === 0 ? (
        <p>No backups yet. The first is made by itself, or now.</p>
      ) : (
        <BackupTable backups={listed.backups} now={now} canRestore={mode === "ready"} onRestore={restore} />
      )}
    </Dialog>
  );
}

const HEADS: readonly PlainHead[] = [{ label: "Made" }, { label: "Why" }, { label: "Size", isNumber: true }, { label: "Restore", isHidden: true }];

interface BackupTableProps {
  readonly backups: readonly BackupInfo[];
  readonly now: number;
  readonly canRestore: boolean;
  readonly onRestore: (backup: BackupInfo) => void;
}

export function BackupTable({ backups, now, canRestore, onRestore }: BackupTableProps) {
  return (
    <PlainTable label="Backups" heads={HEADS}>
      {backups.map((backup) => {
        const moment = momentClockText(backup.madeAt, now);
        return (
          <tr key={backup.name}>
            <th scope="row">{capitalised(moment)}</th>
            <td>{backupKindText(backup.kind)}</td>
            <td className="plain-number">{bytesText(backup.bytes)}</td>
            <td className="plain-action">
              <Button size="small" isDisabled={!canRestore} aria-label={`Restore the backup of ${moment}`} onPress={() => onRestore(backup)}>
                Restore
              </Button>
            </td>
          </tr>
        );
      })}
    </PlainTable>
  );
}
