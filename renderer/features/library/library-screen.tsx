/** All scenarios: find, open, copy, label, export, move to the trash and back. */
import { useCallback, useEffect } from "react";
import { useDocument, useLibrary, usePlanner } from "../../state/planner.ts";
import { useNow } from "../../use-now.ts";
import { DamagedDetail } from "./damaged-detail.tsx";
import { LibraryFoot } from "./library-foot.tsx";
import { LibraryHead } from "./library-head.tsx";
import { Empty, LoadingRows, StaleList } from "./library-states.tsx";
import { ScenarioDetail } from "./scenario-detail.tsx";
import { ScenarioTable } from "./scenario-table.tsx";
import "../../ui/field.css";
import "./library-screen.css";

export function LibraryScreen() {
  const { scenarios: actions, libraryActions, library, view } = usePlanner();
  const { status, error, query, answered, rows, total, counts, detail, damaged, selected, ticked } = useLibrary((state) => state);
  const openId = useDocument((state) => state.id);
  const now = useNow();

  useEffect(() => {
    void libraryActions.refresh();
  }, [libraryActions]);
  // The open scenario is in hand when the screen is entered.
  useEffect(() => {
    if (library.getState().selected === null && openId !== null) void libraryActions.select(openId);
  }, [libraryActions, library, openId]);

  const onShow = useCallback((from: number, end: number) => void libraryActions.show(from, end), [libraryActions]);
  const setTicked = (next: ReadonlySet<string>): void => library.setState({ ticked: next });
  const select = (id: string): void => void libraryActions.select(id);
  const open = (id: string): void => void actions.openScenario(id).then((done) => done && view.showScreen("explore"));
  const create = (): void => void actions.newScenario().then((done) => done && view.showScreen("explore"));
  const retry = (): void => void libraryActions.refresh();
  const remove = (ids: readonly string[]): void => {
    if (!answered.trash) void libraryActions.trash(ids).then((done) => done && setTicked(new Set()));
  };
  return (
    <div className="page library" data-region>
      <LibraryHead onCreate={create} />
      <div className="library-body">
        <section className="card library-list" aria-label={answered.trash ? "Trash" : "Scenarios"}>
          {error !== null && total > 0 && <StaleList error={error} onRetry={retry} />}
          {status === "loading" ? (
            <LoadingRows />
          ) : total === 0 ? (
            <Empty
              query={answered}
              alive={counts.scenarios}
              error={error}
              onCreate={create}
              onSample={() => void actions.chooseSample()}
              onShowAll={() => void libraryActions.ask({ ...query, text: "", tag: null })}
              onRetry={retry}
            />
          ) : (
            <ScenarioTable
              rows={rows}
              total={total}
              query={answered}
              selected={selected}
              ticked={ticked}
              now={now}
              onQuery={(next) => void libraryActions.ask(next)}
              onShow={onShow}
              onSelect={select}
              onTick={setTicked}
              onTickAll={() => void libraryActions.tickAll()}
              onOpen={answered.trash ? select : open}
              onRemove={remove}
            />
          )}
          <LibraryFoot onOpen={open} onRemove={remove} onDone={() => setTicked(new Set())} />
        </section>
        <aside className="card library-detail scroll" aria-label="Details">
          {detail ? (
            <ScenarioDetail key={detail.id} scenario={detail} locked={answered.trash} now={now} />
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
