/** Asks the window to write what is still pending, and waits for its answer, but never for ever. */
import type { IpcMain, IpcMainEvent, WebContents } from "electron";
import { FLUSH_EVENT, FLUSHED_EVENT, type Unwritten } from "../shared/ipc/channels.ts";
import { unwrittenSchema } from "../shared/ipc/contract.schema.ts";
import type { SenderTrust } from "./trusted-sender.ts";

/** Unwritten: what could not be written and would be lost with the window. */
export type FlushOutcome = "flushed" | "no-answer" | "window-gone" | Unwritten;

export function requestFlush(
  contents: Pick<WebContents, "id" | "isDestroyed" | "once" | "off" | "send">,
  { ipcMain, trust, patienceMs }: { readonly ipcMain: Pick<IpcMain, "on" | "off">; readonly trust: SenderTrust; readonly patienceMs: number },
): Promise<FlushOutcome> {
  if (contents.isDestroyed()) return Promise.resolve("window-gone");
  return new Promise((resolve) => {
    const finish = (outcome: FlushOutcome): void => {
      clearTimeout(timer);
      ipcMain.off(FLUSHED_EVENT, onFlushed);
      contents.off("destroyed", onGone);
      resolve(outcome);
    };
    const onFlushed = (event: IpcMainEvent, answer: unknown): void => {
      if (!trust.isTrusted(event) || event.sender.id !== contents.id) return;
      const unwritten = unwrittenSchema.safeParse(answer);
      if (unwritten.success) finish(unwritten.data ?? "flushed");
    };
    const onGone = (): void => finish("window-gone");
    const timer = setTimeout(() => finish("no-answer"), patienceMs);
    ipcMain.on(FLUSHED_EVENT, onFlushed);
    contents.once("destroyed", onGone);
    contents.send(FLUSH_EVENT);
  });
}
