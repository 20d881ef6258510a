/** The only caller of `ipcMain.handle`. Checks the sender, then the input, then runs the handler; no exception or stack ever reaches the window. */
import type { IpcMain } from "electron";
import { channels, type Channel, type Input, type Reply } from "../../shared/ipc/channels.ts";
import { inputSchemas } from "../../shared/ipc/contract.schema.ts";
import { err } from "../../shared/result.ts";
import type { Log } from "../log.ts";
import type { SenderTrust } from "../trusted-sender.ts";

export type Handlers = { readonly [C in Channel]: (input: Input<C>) => Reply<C> | Promise<Reply<C>> };

export interface Registration {
  readonly ipcMain: Pick<IpcMain, "handle" | "removeHandler">;
  readonly handlers: Handlers;
  readonly trust: SenderTrust;
  readonly log: Log;
}

/** Binds every channel of the contract. Returns the function that unbinds them all, to be called before what the handlers use is closed. */
export function registerHandlers({ ipcMain, handlers, trust, log }: Registration): () => void {
  const bind = <C extends Channel>(channel: C): void => {
    ipcMain.handle(channel, async (event, raw: unknown): Promise<Reply<C>> => {
      if (!trust.isTrusted(event)) {
        log.warn(channel, `refused a message from ${event.senderFrame?.url ?? "a frame that is gone"}`);
        return err({ code: "untrusted-sender" });
      }
      const checked = inputSchemas[channel].safeParse(raw);
      if (!checked.success) {
        const field = checked.error.issues[0]?.path.join(".") ?? "";
        log.warn(channel, checked.error.message);
        return err({ code: "bad-request", channel, field: field === "" ? "its input" : field });
      }
      try {
        return await handlers[channel](checked.data);
      } catch (cause) {
        log.error(channel, cause);
        return err({ code: "internal", where: channel });
      }
    });
  };
  for (const channel of channels) bind(channel);
  return () => {
    for (const channel of channels) ipcMain.removeHandler(channel);
  };
}
