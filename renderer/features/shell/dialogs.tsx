/** The one dialog that is open, by its kind. */
import { useState } from "react";
import { assertNever } from "../../../shared/result.ts";
import { errorText } from "../../../shared/errors/error-text.ts";
import { useSession, useView } from "../../state/planner.ts";
import type { DialogState } from "../../state/session-store.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { DatasetsDialog } from "../datasets/datasets-dialog.tsx";
import { ImportDialog } from "../files/import-dialog.tsx";
import { LedgerDialog } from "../ledger/ledger-dialog.tsx";
import { BackupsDialog } from "../recovery/backups-dialog.tsx";
import { RevisionsDialog } from "../library/revisions-dialog.tsx";
import { AboutDialog } from "./about-dialog.tsx";
import { SamplesDialog } from "../library/samples-dialog.tsx";
import { Palette } from "./palette.tsx";
import { TITLE_MAX } from "./scenario-title.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";

type Of<K extends DialogState["kind"]> = Extract<DialogState, { readonly kind: K }>;

export function Dialogs() {
  const dialog = useSession((state) => state.dialog);
  const { closeDialog } = useView();
  if (dialog === null) return null;
  switch (dialog.kind) {
    case "confirm":
      return <ConfirmDialog dialog={dialog} onClose={closeDialog} />;
    case "title":
      return <TitleDialog dialog={dialog} onClose={closeDialog} />;
    case "error":
      return <ErrorDialog dialog={dialog} onClose={closeDialog} />;
    case "revisions":
      return <RevisionsDialog {...dialog} onClose={closeDialog} />;
    case "import":
      return <ImportDialog preview={dialog.preview} onClose={closeDialog} />;
    case "samples":
      return <SamplesDialog samples={dialog.samples} onClose={closeDialog} />;
    case "datasets":
      return <DatasetsDialog outcome={dialog.outcome} onClose={closeDialog} />;
    case "ledger":
      return <LedgerDialog onClose={closeDialog} />;
    case "backups":
      return <BackupsDialog onClose={closeDialog} />;
    case "shortcuts":
      return <ShortcutsDialog onClose={closeDialog} />;
    case "palette":
      return <Palette onClose={closeDialog} />;
    case "about":
      return <AboutDialog onClose={closeDialog} />;
    default:
      return assertNever(dialog, "dialog");
  }
}

function ConfirmDialog({ dialog, onClose }: { readonly dialog: Of<"confirm">; readonly onClose: () => void }) {
  return (
    <Dialog
      role="alertdialog"
      title={dialog.title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button
            variant={dialog.destructive ? "danger" : "primary"}
            onPress={() => {
              onClose();
              dialog.run();
            }}
          >
            {dialog.confirm}
          </Button>
        </>
      }
    >
      <p>{dialog.text}</p>
    </Dialog>
  );
}

function TitleDialog({ dialog, onClose }: { readonly dialog: Of<"title">; readonly onClose: () => void }) {
  const [title, setTitle] = useState(dialog.value);
  const usable = title.trim() !== "";
  const confirm = (): void => {
    if (!usable) return;
    onClose();
    dialog.run(title.trim());
  };
  return (
    <Dialog
      title={dialog.title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={!usable} onPress={confirm}>
            {dialog.confirm}
          </Button>
        </>
      }
    >
      <label className="field">
        Title
        <input
          className="text-field"
          value={title}
          maxLength={TITLE_MAX}
          autoFocus
          onFocus={(event) => event.target.select()}
          onChange={(event) => setTitle(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && confirm()}
        />
      </label>
    </Dialog>
  );
}

function ErrorDialog({ dialog, onClose }: { readonly dialog: Of<"error">; readonly onClose: () => void }) {
  const text = errorText(dialog.error);
  return (
    <Dialog
      role="alertdialog"
      title="That did not work"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <p>
        <b>{text.what}</b>
      </p>
      <p>{text.safe}</p>
      <p>{text.next}</p>
    </Dialog>
  );
}
