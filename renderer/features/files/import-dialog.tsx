/** What an import would bring, before anything is written: every scenario with what becomes of it, decks, data, and files that cannot be read. */
import { Upload } from "lucide-react";
import { useState } from "react";
import { countText } from "../../../shared/format/words.ts";
import { firstChoice, type ImportChoice, type ImportFileInfo, type ImportLine, type ImportPreview } from "../../../shared/ipc/file-exchange.ts";
import { planText } from "../../../shared/view/library/file-text.ts";
import { usePlanner } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { FileFacts, RefusedFile } from "./import-file.tsx";
import { ImportRow } from "./import-row.tsx";
import "./import-dialog.css";

/** Lines that are drawn; what becomes of the rest is as said for all. */
const MOST_SHOWN = 200;

interface ImportDialogProps {
  readonly preview: ImportPreview;
  readonly onClose: () => void;
}

export function ImportDialog({ preview, onClose }: ImportDialogProps) {
  const { files } = usePlanner();
  const lines = preview.files.flatMap((file) => file.lines);
  const [choices, setChoices] = useState<readonly ImportChoice[]>(() => lines.map(firstChoice));
  const here = lines.filter(({ existing }) => existing !== null);
  const wanted = choices.filter((choice) => choice !== "skip").length;
  const hidden = lines.length - MOST_SHOWN;
  const choose = (index: number, choice: ImportChoice): void => setChoices(choices.with(index, choice));
  const chooseForHere = (choice: ImportChoice): void => setChoices(choices.map((old, i) => (lines[i]?.existing ? choice : old)));
  return (
    <Dialog
      title={titleOf(preview.files)}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <span className="muted import-plan" role="status">
            {planText(choices)}
          </span>
          <span className="spacer" />
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            icon={Upload}
            isDisabled={wanted === 0}
            onPress={() => {
              onClose();
              void files.importChosen(preview, choices);
            }}
          >
            {wanted === 0 ? "Import" : `Import ${countText(wanted, "scenario")}`}
          </Button>
        </>
      }
    >
      {here.length > 1 && (
        <div className="import-all">
          <span>{countText(here.length, "scenario")} are here already</span>
          <span className="spacer" />
          <Segmented<ImportChoice | "each">
            label="All that are here already"
            value={common(choices.filter((_, i) => lines[i]?.existing))}
            options={[
              { id: "new", label: "Add as copies" },
              { id: "revision", label: "Make revisions" },
              { id: "skip", label: "Skip" },
            ]}
            onChange={(choice) => choice !== "each" && chooseForHere(choice)}
          />
        </div>
      )}
      {placed(preview.files).map(({ file, first, lines: own }) =>
        file.error === null ? (
          <section key={first} className="import-file" aria-label={file.file}>
            <FileFacts file={file} isNamed={preview.files.length > 1} />
            <ul className="import-lines">
              {own.slice(0, Math.max(0, MOST_SHOWN - first)).map(({ line, place }) => (
                <ImportRow key={place} line={line} choice={choices[place] ?? "skip"} onChoose={(choice) => choose(place, choice)} />
              ))}
            </ul>
          </section>
        ) : (
          <RefusedFile key={`${file.file} ${file.error.code}`} error={file.error} />
        ),
      )}
      {hidden > 0 && <p className="muted">And {countText(hidden, "more scenario")}, which the footer counts.</p>}
    </Dialog>
  );
}

interface PlacedFile {
  readonly file: ImportFileInfo;
  /** Place of its first line among those of all files. */
  readonly first: number;
  readonly lines: readonly { readonly line: ImportLine; readonly place: number }[];
}

function placed(files: readonly ImportFileInfo[]): readonly PlacedFile[] {
  let next = 0;
  return files.map((file) => {
    const first = next;
    next += file.lines.length;
    return { file, first, lines: file.lines.map((line, i) => ({ line, place: first + i })) };
  });
}

/** The choice of all of them, or none of the three. */
const common = (choices: readonly ImportChoice[]): ImportChoice | "each" => choices.find((_, i, all) => all.every((choice) => choice === all[i])) ?? "each";

function titleOf(files: readonly ImportFileInfo[]): string {
  const lines: readonly ImportLine[] = files.flatMap((file) => file.lines);
  const [only] = files;
  if (lines.length === 0) return "Nothing can be imported";
  if (files.length === 1 && only !== undefined) return `Import from ${only.file}`;
  return `Import ${countText(lines.length, "scenario")} from ${countText(files.length, "file")}`;
}
