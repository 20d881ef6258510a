/** One scenario of a file: what it is, what its numbers are worth here, and what becomes of it. */
import { Check, CircleAlert, Copy, History, Pencil } from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { ImportChoice, ImportLine } from "../../../shared/ipc/file-exchange.ts";
import { choicesOf, existingText, lineFacts, resultText } from "../../../shared/view/library/file-text.ts";
import { Select } from "../../ui/select.tsx";

const RESULT_ICONS: Readonly<Record<ImportLine["result"], LucideIcon>> = {
  none: Pencil,
  same: Check,
  elsewhere: History,
  differs: CircleAlert,
  unchecked: CircleAlert,
};

interface ImportRowProps {
  readonly line: ImportLine;
  readonly choice: ImportChoice;
  readonly onChoose: (choice: ImportChoice) => void;
}

export function ImportRow({ line, choice, onChoose }: ImportRowProps) {
  const Icon = RESULT_ICONS[line.result];
  return (
    <li className={choice === "skip" ? "import-row import-skipped" : "import-row"}>
      <div className="import-what">
        <p className="import-title">
          <b>{line.title}</b>
          {line.tags.map((tag) => (
            <span key={tag} className="chip">
              {tag}
            </span>
          ))}
        </p>
        <p className="muted">
          {lineFacts(line)} · <span className="import-code">{line.code}</span>
        </p>
        {line.notes !== "" && <p className="import-notes">{line.notes}</p>}
        <p className={line.result === "differs" ? "import-mark import-warn" : "import-mark"}>
          <Icon size={14} aria-hidden /> {resultText(line)}
        </p>
        {line.existing !== null && (
          <p className="import-mark">
            <Copy size={14} aria-hidden /> {existingText({ title: line.title, existing: line.existing })}
          </p>
        )}
      </div>
      <Select
        label={`What becomes of ${line.title}`}
        value={choice}
        options={choicesOf(line)}
        onChange={(id) => {
          const chosen = choicesOf(line).find((option) => option.id === id);
          if (chosen) onChoose(chosen.id);
        }}
      />
    </li>
  );
}
