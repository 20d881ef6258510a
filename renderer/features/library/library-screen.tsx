/** All scenarios: find, open, copy, label, export, move to the trash and back. */
import { Copy, Download, FolderOpen, Library, Plus, RotateCcw, Search, Tag, Trash2, Upload } from "lucide-react";
import { useDeferredValue, useEffect, useRef } from "react";
import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { useDataset, useDocument, useLibrary, usePlanner, useSettings } from "../../state/planner.ts";
import { isStoredElsewhere, listedScenarios, tagsInUse } from "../../state/library-query.ts";
import type { LibraryQuery } from "../../state/library-query.ts";
import { useNow } from "../../use-now.ts";
import { useCommandHandler } from "../shell/use-command.ts";
import { ScenarioDetail } from "./scenario-detail.tsx";
import { ScenarioTable } from "./scenario-table.tsx";
import "../../ui/field.css";
import "./library-screen.css";

const ANY_TAG = "any";

export function LibraryScreen() {
  const planner = usePlanner();
  const { scenarios: actions, library, view } = planner;
  const dataset = useDataset();
  const { status, scenarios, detail, selected, ticked, query, error } = useLibrary((state) => state);
  const openId = useDocument((state) => state.id);
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const search = useRef<HTMLInputElement>(null);
  const now = useNow();

  useEffect(() => {
    void actions.refreshLibrary();
  }, [actions]);
  useCommandHandler("library.search", () => search.current?.focus());

  // The field shows each letter at once; the list of thousands may follow.
  const settled = useDeferredValue(query);
  const worldName = (id: string): string => dataset.worlds.find((world) => world.id === id)?.label ?? id;
  const rows = listedScenarios(scenarios, settled, worldName);
  const tags = tagsInUse(scenarios);
  const inTrash = scenarios.filter(({ trashedAt }) => trashedAt !== null).length;
  const alive = scenarios.length - inTrash;
  const older = scenarios.filter((one) => one.trashedAt === null && isStoredElsewhere(one, planner.modelVersion, dataset.vintage)).length;
  const chosen = ticked.size > 0 ? [...ticked] : selected === null ? [] : [selected];

  const setQuery = (next: LibraryQuery): void => library.setState({ query: next });
  const setTicked = (next: ReadonlySet<string>): void => library.setState({ ticked: next });
  const select = (id: string): void => void actions.selectRow(id);
  const open = (id: string): void => void actions.openScenario(id).then((done) => done && view.showScreen("explore"));
  const create = (): void => void actions.newScenario().then((done) => done && view.showScreen("explore"));
  const after = (work: Promise<void>): void => void work.then(() => setTicked(new Set()));
  const remove = (ids: readonly string[]): void => {
    if (!query.trash) after(actions.trash(ids));
  };

  // The open scenario is in hand when the screen is entered.
  useEffect(() => {
    if (library.getState().selected === null && openId !== null) void actions.selectRow(openId);
  }, [actions, library, openId]);

  return (
    <div className="library" data-region>
      <header className="library-head">
        <h2 className="screen-title">Library</h2>
        <label className="library-search">
          <Search size={15} aria-hidden />
          <input
            ref={search}
            type="search"
            aria-label="Search titles and tags"
            placeholder="Search titles and tags"
            value={query.text}
            onChange={(event) => setQuery({ ...query, text: event.target.value })}
          />
          {singleKeys && query.text === "" && <Keys names={["/"]} />}
        </label>
        <Select
          label="Tag"
          mark={<Tag size={14} aria-hidden />}
          value={query.tag ?? ANY_TAG}
          options={[{ id: ANY_TAG, label: "Any tag" }, ...tags.map((tag) => ({ id: tag, label: tag }))]}
          onChange={(tag) => setQuery({ ...query, tag: tag === ANY_TAG ? null : tag })}
        />
        <Segmented
          label="Place"
          value={query.trash ? "trash" : "scenarios"}
          options={[
            { id: "scenarios", label: "Scenarios" },
            { id: "trash", label: inTrash === 0 ? "Trash" : `Trash ${inTrash}` },
          ]}
          onChange={(place) => library.setState({ query: { ...query, trash: place === "trash" }, ticked: new Set() })}
        />
        <span className="spacer" />
        <Button icon={Upload} onPress={() => void actions.importFile()}>
          Import
        </Button>
        <Button variant="primary" icon={Plus} onPress={create}>
          New scenario
        </Button>
      </header>
      <div className="library-body">
        <section className="card library-list" aria-label={query.trash ? "Trash" : "Scenarios"}>
          {status === "loading" ? (
            <LoadingRows />
          ) : rows.length === 0 ? (
            <Empty query={settled} alive={alive} error={error !== null} onCreate={create} onClear={() => setQuery({ ...query, text: "", tag: null })} />
          ) : (
            <ScenarioTable
              rows={rows}
              query={settled}
              selected={selected}
              ticked={ticked}
              now={now}
              onQuery={setQuery}
              onSelect={select}
              onTick={setTicked}
              onOpen={query.trash ? select : open}
              onRemove={remove}
            />
          )}
          <footer className="library-foot">
            <b>{chosen.length === 0 ? "None selected" : `${chosen.length} selected`}</b>
            {query.trash ? (
              <Button variant="quiet" size="small" icon={RotateCcw} isDisabled={chosen.length === 0} onPress={() => after(actions.restore(chosen))}>
                Restore
              </Button>
            ) : (
              <>
                <Button
                  variant="quiet"
                  size="small"
                  icon={FolderOpen}
                  isDisabled={chosen.length !== 1}
                  onPress={() => chosen[0] !== undefined && open(chosen[0])}
                >
                  Open
                </Button>
                <Button
                  variant="quiet"
                  size="small"
                  icon={Copy}
                  isDisabled={chosen.length !== 1}
                  onPress={() => chosen[0] !== undefined && after(actions.duplicate(chosen[0]))}
                >
                  Duplicate
                </Button>
                <Button variant="quiet" size="small" icon={Download} isDisabled={chosen.length === 0} onPress={() => void actions.exportFile(chosen)}>
                  Export
                </Button>
                <Button variant="quiet" size="small" icon={Trash2} isDisabled={chosen.length === 0} onPress={() => remove(chosen)}>
                  Move to trash
                </Button>
              </>
            )}
            <span className="spacer" />
            <span className="muted library-counts">{countsText(alive, older, inTrash)}</span>
          </footer>
        </section>
        <aside className="card library-detail scroll" aria-label="Details">
          {detail ? (
            <ScenarioDetail key={detail.id} scenario={detail} locked={query.trash} now={now} />
          ) : (
            <p className="muted">Choose a scenario to read its notes and revisions.</p>
          )}
        </aside>
      </div>
    </div>
  );
}

const countsText = (alive: number, older: number, inTrash: number): string =>
  [
    `${alive.toLocaleString("en-US")} ${alive === 1 ? "scenario" : "scenarios"}`,
    older > 0 ? `${older} stored on other data` : null,
    inTrash > 0 ? `${inTrash} in trash` : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");

interface EmptyProps {
  readonly query: LibraryQuery;
  readonly alive: number;
  readonly error: boolean;
  readonly onCreate: () => void;
  readonly onClear: () => void;
}

function Empty({ query, alive, error, onCreate, onClear }: EmptyProps) {
  if (error) return <Nothing title="The scenarios could not be read" text="What you see elsewhere is still in memory." />;
  if (query.trash) return <Nothing title="The trash is empty" text="What you move to the trash stays here until you restore it." />;
  if (alive > 0) {
    return (
      <Nothing title="No scenario fits" text="No title or tag holds all of these words.">
        <Button onPress={onClear}>Show all</Button>
      </Nothing>
    );
  }
  return (
    <Nothing title="No scenarios yet" text="Start from the status quo and move a lever.">
      <Button variant="primary" onPress={onCreate}>
        New scenario
      </Button>
    </Nothing>
  );
}

function Nothing({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="library-empty">
      <Library size={20} aria-hidden />
      <h3 className="section-head">{title}</h3>
      <p>{text}</p>
      {children}
    </div>
  );
}

const SKELETON_ROWS = [0, 1, 2, 3, 4, 5];

const LoadingRows = () => (
  <div className="library-loading" role="status" aria-label="Reading the scenarios">
    {SKELETON_ROWS.map((row) => (
      <span key={row} className="skeleton" />
    ))}
  </div>
);
