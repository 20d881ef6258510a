import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { registerShellCommands } from "../../../renderer/features/shell/shell-commands.ts";
import { focusRegion } from "../../../renderer/features/shell/regions.ts";
import { useKeptFocus } from "../../../renderer/features/shell/use-kept-focus.ts";
import { useKeyboard } from "../../../renderer/features/shell/use-keyboard.ts";
import { commandList } from "../../../shared/command/commands.ts";
import { createTestPlanner } from "../support/test-planner.tsx";
import type { TestPlanner } from "../support/test-planner.tsx";

afterEach(cleanup);

function Window() {
  useKeyboard();
  return (
    <>
      <header data-region>
        <button type="button">first</button>
        <button type="button">second</button>
      </header>
      <p data-region>nothing to focus</p>
      <fieldset data-region>
        <input aria-label="one" type="radio" name="choice" />
        <input aria-label="two" type="radio" name="choice" defaultChecked />
      </fieldset>
      <main data-region>
        <button type="button" tabIndex={-1}>
          not a stop
        </button>
        <input aria-label="text" />
        <input aria-label="tick" type="checkbox" />
      </main>
    </>
  );
}

function show(): TestPlanner {
  const test = createTestPlanner();
  registerShellCommands(test.planner, test.store.api);
  render(
    <test.Provider>
      <Window />
    </test.Provider>,
  );
  return test;
}

const tariff = ({ planner }: TestPlanner): number | undefined => planner.documents.getState().document.inputs.levers[0]?.value;

describe("keyboard", () => {
  it("W10: every command but the screens' own has a function", () => {
    const { planner } = show();
    const unhandled = commandList.filter(({ id, when }) => when === "always" && !planner.commands.isEnabled(id)).map(({ id }) => id);
    expect(unhandled).toEqual(["library.search"]);
  });

  it("W10: Ctrl+Z undoes, but in a text field it is left to the text", () => {
    const test = show();
    test.planner.edit.setLever("tariff", 20);
    const text = screen.getByLabelText("text");
    const inText = fireEvent.keyDown(text, { key: "z", ctrlKey: true });
    expect([inText, tariff(test)]).toEqual([true, 20]);
    const outside = fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    expect([outside, tariff(test)]).toEqual([false, undefined]);
    fireEvent.keyDown(screen.getByLabelText("tick"), { key: "Z", ctrlKey: true, shiftKey: true });
    expect(tariff(test)).toBe(20);
  });

  it("W10: Ctrl+S saves also from a text field", async () => {
    const test = show();
    fireEvent.keyDown(screen.getByLabelText("text"), { key: "s", ctrlKey: true });
    await act(() => test.clock.advance(0));
    expect(test.planner.documents.getState().revision).toBe(1);
  });

  it("W10: single letters work outside text fields, and can be switched off", () => {
    const test = show();
    fireEvent.keyDown(screen.getByLabelText("text"), { key: "?" });
    expect(test.planner.session.getState().dialog).toBeNull();
    fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
    expect(test.planner.session.getState().dialog).toEqual({ kind: "shortcuts" });
    test.planner.view.closeDialog();
    act(() => void test.planner.commands.run("help.single-keys"));
    fireEvent.keyDown(document.body, { key: "?" });
    expect(test.planner.session.getState().dialog).toBeNull();
    expect(test.store.calls.at(-1)).toEqual({ channel: "settings:set", input: { singleKeys: false } });
  });

  it("W10: while a dialog is open no command runs", () => {
    const test = show();
    test.planner.view.openDialog({ kind: "about" });
    fireEvent.keyDown(document.body, { key: "8", ctrlKey: true });
    expect(test.planner.session.getState().screen).toBe("explore");
    test.planner.view.closeDialog();
    fireEvent.keyDown(document.body, { key: "8", ctrlKey: true });
    expect(test.planner.session.getState().screen).toBe("library");
  });

  it("W10: a command that cannot run now does nothing, and the key goes nowhere else", () => {
    const test = show();
    expect(fireEvent.keyDown(document.body, { key: "z", ctrlKey: true })).toBe(false);
    expect(test.planner.commands.run("edit.undo")).toBe(false);
    expect(test.planner.commands.run("no.such.command")).toBe(false);
  });

  it("V132: F6 goes round the regions that have a stop of the Tab key, both ways; of radio buttons to the chosen one", () => {
    show();
    focusRegion(1);
    expect(document.activeElement?.textContent).toBe("first");
    screen.getByText("second").focus();
    const steps = [false, false, true, true, true].map((shiftKey) => {
      fireEvent.keyDown(document.activeElement!, { key: "F6", shiftKey });
      return document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent;
    });
    expect(steps).toEqual(["two", "text", "two", "first", "text"]);
  });

  it("V132: Ctrl+A selects text in a text field and nothing else", () => {
    const test = show();
    const press = (target: Element): boolean => fireEvent.keyDown(target, { key: "a", ctrlKey: true });
    expect([press(screen.getByLabelText("text")), press(document.body), press(screen.getByLabelText("tick"))]).toEqual([true, false, false]);
    act(() => test.planner.view.openDialog({ kind: "about" }));
    expect(press(document.body)).toBe(false);
  });
});

describe("focus that would be lost", () => {
  /** Rows that can be removed, and a message with an action, over a page. */
  function Rows() {
    useKeptFocus();
    const [rows, setRows] = useState(["a", "b"]);
    const [message, setMessage] = useState(true);
    return (
      <div>
        <button type="button">menu</button>
        <main>
          <section>
            <ul>
              {rows.map((row) => (
                <li key={row}>
                  <button type="button" onClick={() => setRows(rows.filter((other) => other !== row))}>
                    remove {row}
                  </button>
                </li>
              ))}
            </ul>
            <input aria-label="text beside" />
            <button type="button">add</button>
          </section>
        </main>
        <div aria-live="polite">
          {message && (
            <button type="button" onClick={() => setMessage(false)}>
              undo
            </button>
          )}
        </div>
      </div>
    );
  }
  const press = (name: string): void => {
    const button = screen.getByRole("button", { name });
    act(() => button.focus());
    fireEvent.click(button);
    fireEvent.keyUp(document.body, { key: "Enter" });
  };
  const focused = (): string => document.activeElement?.textContent ?? "";

  it("W71: goes to the nearest thing that is left: the next row, then what stands beside the list and is no text field", async () => {
    render(<Rows />);
    press("remove a");
    await expect.poll(focused).toBe("remove b");
    press("remove b");
    await expect.poll(focused).toBe("add");
  });

  it("W71: goes back from a message to where it was on the page, never to the top of the window", async () => {
    render(<Rows />);
    act(() => screen.getByRole("button", { name: "remove b" }).focus());
    press("undo");
    await expect.poll(focused).toBe("remove b");
  });
});
