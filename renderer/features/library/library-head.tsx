/** Search, tag and place of the list; import and new scenario. */
import { Archive, Plus, Tag, Upload } from "lucide-react";
import { useRef } from "react";
import { numberText } from "../../../shared/format/number.ts";
import type { ScenarioQuery } from "../../../shared/ipc/channels.ts";
import { useLibrary, usePlanner, useSettings } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { useCommandHandler } from "../shell/use-command.ts";

const ANY_TAG = "any";

export function LibraryHead({ onCreate }: { readonly onCreate: () => void }) {
  const { libraryActions, library, files, view } = usePlanner();
  const { query, tags, counts } = useLibrary((state) => state);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const search = useRef<HTMLInputElement>(null);
  useCommandHandler("library.search", () => search.current?.focus());
  const ask = (part: Partial<ScenarioQuery>): void => void libraryActions.ask({ ...query, ...part });
  return (
    <header className="page-head library-head">
      <h2 className="page-title">Library</h2>
      <SearchField
        ref={search}
        label="Search titles, notes, tags and codes"
        placeholder="Search titles, notes, codes"
        value={query.text}
        onChange={(text) => ask({ text })}
      >
        {singleKeys && query.text === "" && <Keys names={["/"]} />}
      </SearchField>
      <Select
        label="Tag"
        mark={<Tag size={14} aria-hidden />}
        value={query.tag ?? ANY_TAG}
        options={[{ id: ANY_TAG, label: "Any tag" }, ...tags.map((tag) => ({ id: tag, label: tag }))]}
        onChange={(tag) => ask({ tag: tag === ANY_TAG ? null : tag })}
      />
      <Segmented
        label="Place"
        value={query.trash ? "trash" : "scenarios"}
        options={[
          { id: "scenarios", label: "Scenarios" },
          { id: "trash", label: counts.trashed === 0 ? "Trash" : `Trash ${numberText(counts.trashed, 0)}` },
        ]}
        onChange={(place) => {
          library.setState({ ticked: new Set() });
          ask({ trash: place === "trash" });
        }}
      />
      <span className="spacer" />
      <Button icon={Upload} onPress={() => void files.chooseImport()}>
        Import
      </Button>
      <Button icon={Archive} onPress={() => view.openDialog({ kind: "backups" })}>
        Backups
      </Button>
      <Button variant="primary" icon={Plus} onPress={onCreate}>
        New scenario
      </Button>
    </header>
  );
}
