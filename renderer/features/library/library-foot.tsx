/** What is selected, what can be done with it, and how many scenarios there are. */
import { Columns2, Copy, Download, FolderOpen, RotateCcw, Trash2 } from "lucide-react";
import { numberText } from "../../../shared/format/number.ts";
import { countText } from "../../../shared/format/words.ts";
import type { ScenarioPage } from "../../../shared/ipc/channels.ts";
import { useLibrary, usePlanner } from "../../state/planner.ts";
import type { LibraryState } from "../../state/library-store.ts";
import { Button } from "../../ui/button.tsx";
import { choosePicks, MOST_PICKS } from "../analysis/picks.ts";

interface FootProps {
  readonly onOpen: (id: string) => void;
  readonly onRemove: (ids: readonly string[]) => void;
  /** What was ticked has been dealt with. */
  readonly onDone: () => void;
}

export function LibraryFoot({ onOpen, onRemove, onDone }: FootProps) {
  const planner = usePlanner();
  const { libraryActions, files, view } = planner;
  const { answered, rows, counts, ticked, selected } = useLibrary((state) => state);
  const chosen = ticked.size > 0 ? [...ticked] : selected === null ? [] : [selected];
  const [only] = chosen.length === 1 ? chosen : [];
  const none = chosen.length === 0;
  return (
    <footer className="library-foot">
      <b className="library-chosen">{none ? "None selected" : (titleOf(rows, only) ?? `${numberText(chosen.length, 0)} selected`)}</b>
      {answered.trash ? (
        <Button
          variant="quiet"
          size="small"
          icon={RotateCcw}
          isDisabled={none}
          onPress={() => void libraryActions.restore(chosen).then((done) => done && onDone())}
        >
          Restore
        </Button>
      ) : (
        <>
          <Button variant="quiet" size="small" icon={FolderOpen} isDisabled={only === undefined} onPress={() => only !== undefined && onOpen(only)}>
            Open
          </Button>
          <Button
            variant="quiet"
            size="small"
            icon={Copy}
            isDisabled={none}
            onPress={() => void libraryActions.duplicate(chosen).then((done) => done && onDone())}
          >
            Duplicate
          </Button>
          <Button
            variant="quiet"
            size="small"
            icon={Columns2}
            isDisabled={chosen.length < 2 || chosen.length > MOST_PICKS}
            onPress={() => {
              choosePicks(planner, chosen);
              view.showScreen("compare");
            }}
          >
            Compare
          </Button>
          <Button variant="quiet" size="small" icon={Download} isDisabled={none} onPress={() => void files.exportScenarios(chosen)}>
            Export
          </Button>
          <Button variant="quiet" size="small" icon={Trash2} isDisabled={none} onPress={() => onRemove(chosen)}>
            Move to trash
          </Button>
        </>
      )}
      <span className="spacer" />
      <span className="muted library-counts" title={countsText(counts)}>
        {countsText(counts)}
      </span>
    </footer>
  );
}

/** Of one that is selected, where its row has been read. */
const titleOf = (rows: LibraryState["rows"], id: string | undefined): string | undefined =>
  id === undefined ? undefined : [...rows.values()].find((row) => row.id === id)?.title;

/** "12 scenarios · 8 stored with another model or data · 3 in trash" */
function countsText({ scenarios, elsewhere, trashed }: ScenarioPage["counts"]): string {
  const parts = [
    countText(scenarios, "scenario"),
    elsewhere > 0 ? `${numberText(elsewhere, 0)} stored with another model or data` : "",
    trashed > 0 ? `${numberText(trashed, 0)} in trash` : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
