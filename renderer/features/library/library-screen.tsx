/** All scenarios: find, open, copy, label, export, move to the trash and back. */
import { Copy, Download, FolderOpen, Library, Plus, RotateCcw, Search, Tag, Trash2, Upload } from "lucide-react";
import { useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { ReactNode } from "react";
import type { AppError } from "../../../shared/errors/app-error.ts";
import { errorText } from "../../../shared/errors/error-text.ts";
import { numberText } from "../../../shared/format/number.ts";
import { countText } from "../../../shared/format/words.ts";
import type { ScenarioSummary } from "../../../shared/ipc/channels.ts";
import { Button } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Select } from "../../ui/select.tsx";
import { useDataset, useDocument, useLibrary, usePlanner, useSettings } from "../../state/planner.ts";
import { isStoredElsewhere, listedScenarios, tagsInUse } from "../../state/library-query.ts";
import type { LibraryQuery } from "../../state/library-query.ts";
import { useNow } from "../../use-now.ts";
import { useCommandHandler } from "../shell/use-command.ts";
import { DamagedDetail } from "./damaged-detail.tsx";
import { ScenarioDetail } from "./scenario-detail.tsx";
import { ScenarioTable } from "./scenario-table.tsx";
import "../../ui/field.css";
import "./library-screen.css";

export function LibraryScreen() {
  const { scenarios: actions, libraryActions, library, view } = usePlanner();
  const dataset = useDataset();
  const { status, scenarios, detail, damaged, found, selected, ticked, query, error } = useLibrary((state) => state);
  const openId = useDocument((state) => state.id);
  const now = useNow();

  useEffect(() => {
    void libraryActions.refresh();
  }, [libraryActions]);

  // The field shows each letter at once; the list of thousands may follow.
  const settled = useDeferredValue(query);
  const settledFound = useDeferredValue(found);
  const rows = useMemo(() => {
    const worldName = (id: string): string => dataset.worlds.find((world) => world.id === id)?.label ?? id;
    return listedScenarios(scenarios, settled, worldName, settledFound);
  }, [dataset, scenarios, settled, settledFound]);
  const alive = useMemo(() => scenarios.filter(({ trashedAt }) => trashedAt === null).length, [scenarios]);

  const setQuery = (next: LibraryQuery): void => library.setState({ query: next });
  const setTicked = (next: ReadonlySet<string>): void => library.setState({ ticked: next });
  const select = (id: string): void => void libraryActions.select(id);
  const open = (id: string): void => void actions.openScenario(id).then((done) => done && view.showScreen("explore"));
  const create = (): void => void actions.newScenario().then((done) => done && view.showScreen("explore"));
  const showAll = (): void => {
    setQuery({ ...query, tag: null });
    void libraryActions.search("");
  };
  const remove = (ids: readonly string[]): void => {
    if (!query.trash) void libraryActions.trash(ids).then((done) => done && setTicked(new Set()));
  };

  // The open scenario is in hand when the screen is entered.
  useEffect(() => {
    if (library.getState().selected === null && openId !== null) void libraryActions.select(openId);
  }, [libraryActions, library, openId]);

  return (
    <div className="library" data-region>
      <LibraryHead query={query} scenarios={scenarios} onQuery={setQuery} onCreate={create} />
      <div className="library-body">
        <section className="card library-list" aria-label={query.trash ? "Trash" : "Scenarios"}>
          {error !== null && scenarios.length > 0 && <StaleList error={error} onRetry={() => void libraryActions.refresh()} />}
          {status === "loading" ? (
            <LoadingRows />
          ) : rows.length === 0 ? (
            <Empty query={settled} alive={alive} error={error} onCreate={create} onShowAll={showAll} onRetry={() => void libraryActions.refresh()} />
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
          <LibraryFoot scenarios={scenarios} onOpen={open} onRemove={remove} onDone={() => setTicked(new Set())} />
        </section>
        <aside className="card library-detail scroll" aria-label="Details">
          {detail ? (
            <ScenarioDetail key={detail.id} scenario={detail} locked={query.trash} now={now} />
          ) : damaged && selected !== null ? (
            <DamagedDetail id={selected} damaged={damaged} now={now} />
          ) : (
            <p className="muted">Choose a scenario to read its notes and revisions.</p>
          )}
        </aside>
      </div>
    </div>
  );
}

const ANY_TAG = "any";

interface HeadProps {
  readonly query: LibraryQuery;
  readonly scenarios: readonly ScenarioSummary[];
  readonly onQuery: (query: LibraryQuery) => void;
  readonly onCreate: () => void;
}

function LibraryHead({ query, scenarios, onQuery, onCreate }: HeadProps) {
  const { libraryActions, library, files } = usePlanner();
  const singleKeys = useSettings((state) => state.settings.singleKeys);
  const search = useRef<HTMLInputElement>(null);
  useCommandHandler("library.search", () => search.current?.focus());
  const tags = useMemo(() => tagsInUse(scenarios), [scenarios]);
  const inTrash = scenarios.filter(({ trashedAt }) => trashedAt !== null).length;
  return (
    <header className="library-head">
      <h2 className="screen-title">Library</h2>
      <label className="library-search">
        <Search size={15} aria-hidden />
        <input
          ref={search}
          type="search"
          aria-label="Search titles, notes, tags and codes"
          placeholder="Search titles, notes, codes"
          value={query.text}
          onChange={(event) => void libraryActions.search(event.target.value)}
        />
        {singleKeys && query.text === "" && <Keys names={["/"]} />}
      </label>
      <Select
        label="Tag"
        mark={<Tag size={14} aria-hidden />}
        value={query.tag ?? ANY_TAG}
        options={[{ id: ANY_TAG, label: "Any tag" }, ...tags.map((tag) => ({ id: tag, label: tag }))]}
        onChange={(tag) => onQuery({ ...query, tag: tag === ANY_TAG ? null : tag })}
      />
      <Segmented
        label="Place"
        value={query.trash ? "trash" : "scenarios"}
        options={[
          { id: "scenarios", label: "Scenarios" },
          { id: "trash", label: inTrash === 0 ? "Trash" : `Trash ${numberText(inTrash, 0)}` },
        ]}
        onChange={(place) => library.setState({ query: { ...query, trash: place === "trash" }, ticked: new Set() })}
      />
      <span className="spacer" />
      <Button icon={Upload} onPress={() => void files.importFile()}>
        Import
      </Button>
      <Button variant="primary" icon={Plus} onPress={onCreate}>
        New scenario
      </Button>
    </header>
  );
}

interface FootProps {
  readonly scenarios: readonly ScenarioSummary[];
  readonly onOpen: (id: string) => void;
  readonly onRemove: (ids: readonly string[]) => void;
  /** What was ticked has been dealt with. */
  readonly onDone: () => void;
}

/** What is selected, what can be done with it, and how many scenarios there are. */
function LibraryFoot({ scenarios, onOpen, onRemove, onDone }: FootProps) {
  const { libraryActions, files, modelVersion } = usePlanner();
  const { vintage } = useDataset();
  const { query, ticked, selected } = useLibrary((state) => state);
  const chosen = ticked.size > 0 ? [...ticked] : selected === null ? [] : [selected];
  const [only] = chosen.length === 1 ? chosen : [];
  const counts = useMemo(() => countsText(scenarios, modelVersion, vintage), [scenarios, modelVersion, vintage]);
  const none = chosen.length === 0;
  return (
    <footer className="library-foot">
      <b className="library-chosen">
        {none ? "None selected" : only === undefined ? `${numberText(chosen.length, 0)} selected` : scenarios.find(({ id }) => id === only)?.title}
      </b>
      {query.trash ? (
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
          <Button variant="quiet" size="small" icon={Download} isDisabled={none} onPress={() => void files.exportFile(chosen)}>
            Export
          </Button>
          <Button variant="quiet" size="small" icon={Trash2} isDisabled={none} onPress={() => onRemove(chosen)}>
            Move to trash
          </Button>
        </>
      )}
      <span className="spacer" />
      <span className="muted library-counts">{counts}</span>
    </footer>
  );
}

/** "12 scenarios · 8 stored on older data · 3 in trash" */
function countsText(scenarios: readonly ScenarioSummary[], modelVersion: string, vintage: string): string {
  const alive = scenarios.filter(({ trashedAt }) => trashedAt === null);
  const older = alive.filter((one) => isStoredElsewhere(one, modelVersion, vintage)).length;
  const inTrash = scenarios.length - alive.length;
  const parts = [
    countText(alive.length, "scenario"),
    older > 0 ? `${numberText(older, 0)} stored on other data` : "",
    inTrash > 0 ? `${numberText(inTrash, 0)} in trash` : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

interface EmptyProps {
  readonly query: LibraryQuery;
  readonly alive: number;
  readonly error: AppError | null;
  readonly onCreate: () => void;
  readonly onShowAll: () => void;
  readonly onRetry: () => void;
}

function Empty({ query, alive, error, onCreate, onShowAll, onRetry }: EmptyProps) {
  if (error !== null) {
    const { what, safe, next } = errorText(error);
    return (
      <Nothing title="The scenarios could not be read" text={`${what} ${safe} ${next}`}>
        <Button onPress={onRetry}>Try again</Button>
      </Nothing>
    );
  }
  if (query.text.trim() !== "" || (query.tag !== null && alive > 0)) {
    return (
      <Nothing title="No scenario fits" text="No title, note, tag or code holds all of these words.">
        <Button onPress={onShowAll}>Show all</Button>
      </Nothing>
    );
  }
  if (query.trash) return <Nothing title="The trash is empty" text="What you move to the trash stays here until you restore it." />;
  return (
    <Nothing title="No scenarios yet" text="Start from the status quo and move a lever.">
      <Button variant="primary" onPress={onCreate}>
        New scenario
      </Button>
    </Nothing>
  );
}

/** The list is from before something failed. */
function StaleList({ error, onRetry }: { readonly error: AppError; readonly onRetry: () => void }) {
  const { what, next } = errorText(error);
  return (
    <p className="library-stale" role="alert">
      <span>
        <b>The list may be old.</b> {what} {next}
      </span>
      <Button size="small" onPress={onRetry}>
        Try again
      </Button>
    </p>
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
