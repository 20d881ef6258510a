import { EventEmitter } from "node:events";
import type { IpcMain, WebContents } from "electron";
import { describe, expect, it } from "vitest";
import { requestFlush } from "../../../electron/flush.ts";
import { FLUSH_EVENT, FLUSHED_EVENT } from "../../../shared/ipc/channels.ts";

/** A window and the main process's ear, with `answer` as what the page does when it is asked. */
function setUp(isTrusted: boolean, patienceMs: number) {
  const ipcMain = new EventEmitter();
  const asked: string[] = [];
  const contents = Object.assign(new EventEmitter(), {
    id: 1,
    isDestroyed: () => false,
    send: (channel: string) => void asked.push(channel),
  });
  const run = () =>
    requestFlush(contents as unknown as WebContents, {
      ipcMain: ipcMain as unknown as IpcMain,
      trust: { admit: () => {}, isTrusted: () => isTrusted },
      patienceMs,
    });
  return { ipcMain, contents, asked, run };
}

describe("flush before closing", () => {
  it("P13: asks the page once and ends with its answer, leaving no listener", async () => {
    const { ipcMain, contents, asked, run } = setUp(true, 60_000);
    const outcome = run();
    expect(asked).toEqual([FLUSH_EVENT]);
    ipcMain.emit(FLUSHED_EVENT, { sender: { id: 2 } }, null); // another window's answer
    ipcMain.emit(FLUSHED_EVENT, { sender: contents }, { titles: "A" }); // no answer at all
    ipcMain.emit(FLUSHED_EVENT, { sender: contents }, null);
    expect(await outcome).toBe("flushed");
    expect([ipcMain.listenerCount(FLUSHED_EVENT), contents.listenerCount("destroyed")]).toEqual([0, 0]);
  });

  it("W16: hands on what could not be written", async () => {
    const { ipcMain, contents, run } = setUp(true, 60_000);
    const outcome = run();
    ipcMain.emit(FLUSHED_EVENT, { sender: contents }, { titles: ["A"], why: "The disk is full." });
    expect(await outcome).toEqual({ titles: ["A"], why: "The disk is full." });
  });

  it("P13: does not wait for ever, nor take an untrusted answer", async () => {
    const { ipcMain, contents, run } = setUp(false, 10);
    const outcome = run();
    ipcMain.emit(FLUSHED_EVENT, { sender: contents }, null);
    expect(await outcome).toBe("no-answer");
  });

  it("P13: ends when the window goes", async () => {
    const { contents, run } = setUp(true, 60_000);
    const outcome = run();
    contents.emit("destroyed");
    expect(await outcome).toBe("window-gone");
  });
});
