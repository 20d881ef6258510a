/** Which dataset to work with: those that ship and those that were imported; and what became of an import. */
import { Copy, FileArchive, FolderInput, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { errorText } from "../../../shared/errors/error-text.ts";
import type { AppError } from "../../../shared/errors/app-error.ts";
import type { DatasetEntry, ImportedDataset } from "../../../shared/ipc/dataset-library.ts";
import type { Result } from "../../../shared/result.ts";
import { momentClockText } from "../../format-time.ts";
import { copyText } from "../../charts/copy-text.ts";
import { usePlanner, useView } from "../../state/planner.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { PlainTable, WaitingTable, type PlainHead } from "../../ui/plain-table.tsx";
import { problemsText, ProblemTable } from "../../ui/problem-table.tsx";
import { useNow } from "../../use-now.ts";
import "./datasets-dialog.css";

export interface DatasetsDialogProps {
  /** null: nothing was imported just now. */
  readonly outcome: Result<ImportedDataset, AppError> | null;
  readonly onClose: () => void;
}

export function DatasetsDialog({ outcome, onClose }: DatasetsDialogProps) {
  const { datasets, database } = usePlanner();
  const [listed, setListed] = useState<Result<readonly DatasetEntry[], AppError> | null>(null);
  useEffect(() => {
    void datasets.list().then(setListed);
  }, [datasets, outcome]);
  const use = (key: string): void => {
    onClose();
    void database.changeDataset(key);
  };
  return (
    <Dialog
      title="Datasets"
      width={outcome !== null && !outcome.ok && "problems" in outcome.error ? "large" : "wide"}
      onClose={onClose}
      footer={
        <>
          <Button icon={FolderInput} onPress={() => void datasets.chooseImport("folder")}>
            Import folder…
          </Button>
          <Button icon={FileArchive} onPress={() => void datasets.chooseImport("zip")}>
            Import zip…
          </Button>
          <span className="spacer" />
          <Button onPress={onClose}>Close</Button>
        </>
      }
    >
      <div className="datasets">
        <p className="muted">
          Each dataset has scenarios of its own: the library shows those of the one in use. An imported one is copied into the data folder.
        </p>
        {outcome !== null && <Outcome outcome={outcome} />}
        {listed === null ? (
          <WaitingTable label="Reading the datasets" />
        ) : listed.ok ? (
          <DatasetTable entries={listed.value} onUse={use} onRemove={datasets.remove} />
        ) : (
          <p role="alert">{errorText(listed.error).what}</p>
        )}
      </div>
    </Dialog>
  );
}

function Outcome({ outcome }: { readonly outcome: Result<ImportedDataset, AppError> }) {
  const view = useView();
  if (outcome.ok) {
    const { entry, isNew } = outcome.value;
    return (
      <p role="status">
        {isNew ? `${entry.label} was imported. Choose Use to work with it.` : `${entry.label} is here already, with the same files. Nothing was changed.`}
      </p>
    );
  }
  const { error } = outcome;
  if (error.code !== "dataset-invalid" && error.code !== "file-invalid") {
    return (
      <div role="alert">
        <p>
          <b>Nothing was imported.</b> {errorText(error).what} {errorText(error).next}
        </p>
      </div>
    );
  }
  const { problems } = error;
  return (
    <>
      <p role="alert">
        <b>Nothing was imported.</b> The dataset has {problems.length === 1 ? "one mistake" : `${problems.length} mistakes`}. Mend what is named and import it
        again.
      </p>
      <ProblemTable problems={problems} />
      <Button size="small" icon={Copy} onPress={() => view.toast(copyText(problemsText(problems)) ? "List copied" : "The list could not be copied")}>
        Copy the list
      </Button>
    </>
  );
}

const kindTexts: Readonly<Record<Exclude<DatasetEntry["kind"], "imported">, string>> = {
  shipped: "Ships with Lodestone",
  example: "Example, invented",
  given: "Named at the start",
};

const HEADS: readonly PlainHead[] = [
  { label: "Dataset" },
  { label: "Country" },
  { label: "Minerals", isNumber: true },
  { label: "Vintage" },
  { label: "From" },
  { label: "Use", isHidden: true },
];

interface DatasetTableProps {
  readonly entries: readonly DatasetEntry[];
  readonly onUse: (key: string) => void;
  readonly onRemove: (entry: DatasetEntry) => void;
}

function DatasetTable({ entries, onUse, onRemove }: DatasetTableProps) {
  const now = useNow();
  return (
    <PlainTable label="Datasets" heads={HEADS}>
      {entries.map((entry) => (
        <tr key={entry.key} aria-current={entry.isInUse ? "true" : undefined}>
          <th scope="row">{entry.label}</th>
          {entry.error === null ? (
            <>
              <td>{entry.country}</td>
              <td className="plain-number">{entry.minerals}</td>
              <td>{entry.vintage.slice(entry.label.length).replace(/^ · /, "")}</td>
            </>
          ) : (
            <td colSpan={3}>{errorText(entry.error).what}</td>
          )}
          <td>
            {entry.kind !== "imported" ? kindTexts[entry.kind] : entry.importedAt === null ? "Imported" : `Imported ${momentClockText(entry.importedAt, now)}`}
          </td>
          <td className="plain-action">
            {entry.kind === "imported" && !entry.isInUse && <IconButton icon={Trash2} label={`Remove ${entry.label}`} onPress={() => onRemove(entry)} />}
            {entry.isInUse ? (
              <b>In use</b>
            ) : (
              <Button size="small" isDisabled={entry.error !== null} aria-label={`Use ${entry.label}`} onPress={() => onUse(entry.key)}>
                Use
              </Button>
            )}
          </td>
        </tr>
      ))}
    </PlainTable>
  );
}
