import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { picksOf } from "../../../renderer/features/analysis/picks.ts";
import { LibraryScreen } from "../../../renderer/features/library/library-screen.tsx";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";
import { settle } from "../support/manual-clock.ts";
import type { Seed } from "../support/memory-rows.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

afterEach(cleanup);

const seed = (id: string, title: string, over: Partial<Seed> = {}): Seed => ({
  id,
  labels: emptyLabels(title),
  saved: statusQuoDocument("stated"),
  changedAt: 1,
  ...over,
});
const seeds = [
  seed("a", "Allied processing", {
    changedAt: 3,
    headline: 0.523,
    costMusdPerYr: 3400,
    labels: { ...emptyLabels("Allied processing"), tags: ["cleared"], question: "Why?" },
  }),
  seed("b", "Mine to magnet", { changedAt: 2, headline: 0.64 }),
  seed("c", "Recycle", { changedAt: 1 }),
  seed("t", "Thrown away", { trashed: true }),
];

async function show(of: readonly Seed[] = seeds): Promise<TestPlanner> {
  const test = createTestPlanner({ seeds: of });
  test.planner.view.showScreen("library");
  render(
    <test.Provider>
      <LibraryScreen />
    </test.Provider>,
  );
  await act(settle);
  return test;
}

const rows = (): readonly HTMLElement[] => screen.getAllByRole("row").slice(1);
const titles = (): readonly (string | undefined)[] => rows().map((row) => row.querySelector("b")?.textContent);
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole("button", { name }));
  await act(settle);
};

describe("library", () => {
  it("W12: lists title, tags, headline, cost and date, newest first", async () => {
    await show();
    expect(titles()).toEqual(["Allied processing", "Mine to magnet", "Recycle"]);
    const cells = [...rows()[0]!.querySelectorAll("td")].map((cell) => cell.textContent);
    expect(cells.slice(1, 6)).toEqual(["Allied processing", "cleared", "status quo", "52% 2035", "$3.40 bn/yr"]);
    expect(screen.queryByText("3 scenarios · 1 in trash")).not.toBeNull();
  });

  it("W12: searches as you type; nothing found offers the way back", async () => {
    await show();
    const search = screen.getByRole("searchbox");
    fireEvent.change(search, { target: { value: "mine" } });
    await act(settle);
    expect(titles()).toEqual(["Mine to magnet"]);
    fireEvent.change(search, { target: { value: "zzz" } });
    await act(settle);
    expect(screen.queryByRole("row")).toBeNull();
    await press("Show all");
    expect(titles()).toHaveLength(3);
  });

  it("W12: finds words that stand in the notes only", async () => {
    const notes = { ...emptyLabels("Quiet"), notes: "xylophone" };
    await show([...seeds, seed("n", "Quiet", { labels: notes })]);
    fireEvent.change(screen.getByRole("searchbox"), { target: { value: "xylo" } });
    await act(settle);
    expect(titles()).toEqual(["Quiet"]);
  });

  it("W12: names the one scenario that is selected, and counts several", async () => {
    await show();
    const foot = (): string | null | undefined => document.querySelector(".library-chosen")?.textContent;
    expect(foot()).toBe("None selected");
    fireEvent.click(rows()[0]!);
    await act(settle);
    expect(foot()).toBe("Allied processing");
    fireEvent.keyDown(rows()[0]!, { key: " " });
    fireEvent.keyDown(rows()[1]!, { key: " " });
    expect(foot()).toBe("2 selected");
  });

  it("W18: a list that cannot be read says why and is read again; an older one stays and says so", async () => {
    const busy = { code: "store-busy", file: "planner.sqlite" } as const;
    const test = createTestPlanner({ seeds });
    test.store.fail("scenario:list", busy);
    render(
      <test.Provider>
        <LibraryScreen />
      </test.Provider>,
    );
    await act(settle);
    expect(screen.queryByText(/Another program is writing to planner.sqlite/)).not.toBeNull();
    test.store.fail("scenario:list", null);
    await press("Try again");
    expect(titles()).toHaveLength(3);
    test.store.fail("scenario:list", busy);
    await act(() => test.planner.libraryActions.refresh());
    expect(titles()).toHaveLength(3);
    expect(screen.getByRole("alert").textContent).toContain("The list may be old.");
  });

  it("S17: a scenario that is damaged says so and lists its revisions", async () => {
    const test = await show();
    test.store.fail("scenario:open", {
      code: "scenario-unreadable",
      id: "b",
      title: "Mine to magnet",
      part: "revision 1",
      reason: "its checksum does not fit",
    });
    fireEvent.click(rows()[1]!);
    await act(settle);
    const damaged = screen.getByRole("alert");
    expect(damaged.textContent).toContain("Mine to magnet cannot be shown: revision 1 is damaged");
    fireEvent.click(screen.getByRole("button", { name: /Revision 1/ }));
    expect(test.planner.session.getState().dialog).toMatchObject({ kind: "revisions", id: "b", number: 1 });
  });

  it("W18: what could not be written stays in its field", async () => {
    const test = await show();
    fireEvent.click(rows()[0]!);
    await act(settle);
    test.store.fail("scenario:set-labels", { code: "disk-full", file: "planner.sqlite" });
    const question = screen.getByRole("textbox", { name: "Question" });
    fireEvent.change(question, { target: { value: "Why not?" } });
    fireEvent.blur(question);
    await act(settle);
    expect(question).toHaveProperty("value", "Why not?");
    expect(test.store.row("a").labels.question).toBe("Why?");
  });

  it("W12: sorts by a head and says so", async () => {
    await show();
    await press("Dependence");
    expect(titles()).toEqual(["Allied processing", "Mine to magnet", "Recycle"]);
    expect(screen.getByRole("columnheader", { name: /Dependence/ }).getAttribute("aria-sort")).toBe("ascending");
    await press("Dependence");
    expect(titles()).toEqual(["Mine to magnet", "Allied processing", "Recycle"]);
  });

  it("W7: Enter opens a row and goes to Explore", async () => {
    const test = await show();
    fireEvent.click(rows()[1]!);
    await act(settle);
    fireEvent.keyDown(rows()[1]!, { key: "Enter" });
    await act(settle);
    expect(test.planner.documents.getState().id).toBe("b");
    expect(test.planner.session.getState().screen).toBe("explore");
  });

  it("W12: arrows move the row in hand, and its details follow", async () => {
    await show();
    fireEvent.click(rows()[0]!);
    await act(settle);
    fireEvent.keyDown(rows()[0]!, { key: "ArrowDown" });
    await act(settle);
    expect(rows()[1]!.getAttribute("aria-selected")).toBe("true");
    expect(document.activeElement).toBe(rows()[1]);
    expect(screen.getByRole("textbox", { name: "Title" })).toHaveProperty("value", "Mine to magnet");
    fireEvent.keyDown(rows()[1]!, { key: "End" });
    await act(settle);
    expect(rows()[2]!.getAttribute("aria-selected")).toBe("true");
  });

  it("S25: several ticked rows are compared, and no others", async () => {
    const { planner } = await show();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Compare" }).disabled).toBe(true);
    for (const box of screen.getAllByRole("checkbox", { name: /Allied processing|Recycle/ })) fireEvent.click(box);
    await press("Compare");
    expect(planner.session.getState().screen).toBe("compare");
    expect(picksOf(planner).getState().picks).toEqual(["a", "c"]);
  });

  it("W15: several ticked rows go to the trash together and come back from it", async () => {
    const test = await show();
    fireEvent.click(screen.getByRole("checkbox", { name: "Select Mine to magnet" }));
    fireEvent.keyDown(rows()[2]!, { key: " " });
    expect(screen.queryByText("2 selected")).not.toBeNull();
    await press("Move to trash");
    expect(titles()).toEqual(["Allied processing"]);
    expect(test.planner.session.getState().toasts.at(-1)).toMatchObject({ text: "2 scenarios moved to trash", action: { label: "Undo" } });
    fireEvent.click(screen.getByRole("radio", { name: "Trash 3" }));
    await act(settle);
    expect(titles()).toHaveLength(3);
    fireEvent.click(screen.getByRole("checkbox", { name: "All scenarios" }));
    await act(settle);
    expect(screen.queryByText("3 selected")).not.toBeNull();
    await press("Restore");
    expect(screen.queryByText("The trash is empty")).not.toBeNull();
    expect(test.store.rows().every(({ trashedAt }) => trashedAt === null)).toBe(true);
  });

  it("H9: notes and the four fields are written when they are left", async () => {
    const test = await show();
    fireEvent.click(rows()[0]!);
    await act(settle);
    const question = screen.getByRole("textbox", { name: "Question" });
    expect(question).toHaveProperty("value", "Why?");
    fireEvent.change(question, { target: { value: "Why not?" } });
    expect(test.store.row("a").labels.question).toBe("Why?");
    fireEvent.blur(question);
    await act(settle);
    expect(test.store.row("a").labels.question).toBe("Why not?");
    const tags = screen.getByRole("textbox", { name: /^Tags/ });
    fireEvent.change(tags, { target: { value: "cleared, interagency, " } });
    fireEvent.blur(tags);
    await act(settle);
    expect(test.store.row("a").labels.tags).toEqual(["cleared", "interagency"]);
    const title = screen.getByRole("textbox", { name: "Title" });
    fireEvent.change(title, { target: { value: "   " } });
    fireEvent.blur(title);
    await act(settle);
    expect(test.store.row("a").labels.title).toBe("Allied processing");
  });

  it("W12: an empty library says how to begin", async () => {
    const test = await show([]);
    expect(screen.queryByText("No scenarios yet")).not.toBeNull();
    fireEvent.click(screen.getAllByRole("button", { name: "New scenario" })[1]!);
    await act(settle);
    expect(test.planner.session.getState().screen).toBe("explore");
  });

  it("W13: of ten thousand scenarios only those in sight are drawn, and all are counted", async () => {
    const test = await show(Array.from({ length: 10_000 }, (_, index) => seed(`s${String(index)}`, `Scenario ${String(index)}`, { changedAt: index })));
    expect(rows().length).toBeLessThan(100);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("10001");
    expect(screen.queryByText("10,000 scenarios")).not.toBeNull();
    const scroller = document.querySelector(".scenario-scroll")!;
    scroller.scrollTop = 5000 * 40;
    fireEvent.scroll(scroller);
    await act(settle);
    expect(titles()).toContain("Scenario 4999");
    expect(test.planner.library.getState().rows.size).toBeLessThan(500);
  });
});
