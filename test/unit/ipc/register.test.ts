import type { IpcMainInvokeEvent } from "electron";
import { describe, expect, it } from "vitest";
import { refusingHandlers } from "../../../electron/ipc/refusing-handlers.ts";
import { type Handlers, registerHandlers } from "../../../electron/ipc/register.ts";
import type { Log } from "../../../electron/log.ts";
import { type Channel, channels } from "../../../shared/ipc/channels.ts";
import { ok } from "../../../shared/result.ts";

type Listener = (event: IpcMainInvokeEvent, raw: unknown) => unknown;

function bound(handlers: Handlers, isTrusted = true) {
  const listeners = new Map<string, Listener>();
  const logged: string[] = [];
  const write = (where: string, cause: unknown): void => void logged.push(`${where}: ${cause instanceof Error ? cause.stack : JSON.stringify(cause)}`);
  const log: Log = { info: write, warn: write, error: write, read: () => "" };
  const unregister = registerHandlers({
    ipcMain: {
      handle: (channel, listener) => void listeners.set(channel, listener as Listener),
      removeHandler: (channel) => void listeners.delete(channel),
    },
    handlers,
    trust: { admit: () => {}, isTrusted: () => isTrusted },
    log,
  });
  const call = (channel: Channel, raw: unknown): unknown => listeners.get(channel)?.({ senderFrame: null } as IpcMainInvokeEvent, raw);
  return { call, listeners, logged, unregister };
}

/** Handlers of which only `scenario:trash` does something, and says so. */
function trashing(answer: (ids: readonly string[]) => ReturnType<Handlers["scenario:trash"]>) {
  const ran: (readonly string[])[] = [];
  const handlers: Handlers = {
    ...refusingHandlers({ code: "internal", where: "unused" }),
    "scenario:trash": ({ ids }) => {
      ran.push(ids);
      return answer(ids);
    },
  };
  return { ran, handlers };
}

describe("binding of handlers", () => {
  it("P1: every channel is bound, and nothing else; all are unbound together", () => {
    const { listeners, unregister } = bound(refusingHandlers({ code: "internal", where: "x" }));
    expect([...listeners.keys()]).toEqual(channels);
    unregister();
    expect(listeners.size).toBe(0);
  });

  it("P2: an untrusted sender gets an error value and runs nothing", async () => {
    const { ran, handlers } = trashing(() => ok(null));
    const { call, logged } = bound(handlers, false);
    expect(await call("scenario:trash", { ids: ["a"] })).toEqual({ ok: false, error: { code: "untrusted-sender" } });
    expect(ran).toEqual([]);
    expect(logged).toHaveLength(1);
  });

  it("P3: malformed input names its field and runs nothing", async () => {
    const { ran, handlers } = trashing(() => ok(null));
    const { call } = bound(handlers);
    expect(await call("scenario:trash", { ids: ["a", 7] })).toEqual({ ok: false, error: { code: "bad-request", channel: "scenario:trash", field: "ids.1" } });
    expect(await call("scenario:trash", 7)).toMatchObject({ ok: false, error: { code: "bad-request", field: "its input" } });
    expect(ran).toEqual([]);
  });

  it("P1: good input reaches the handler and its answer comes back", async () => {
    const { ran, handlers } = trashing(async () => ok(null));
    const { call } = bound(handlers);
    expect(await call("scenario:trash", { ids: ["a"] })).toEqual(ok(null));
    expect(ran).toEqual([["a"]]);
  });

  it.each(["thrown at once", "thrown later"])("P4: an exception %s never reaches the page, and is logged with its stack", async (when) => {
    const { handlers } = trashing(() => {
      const secret = new Error("/home/alex/secret");
      if (when === "thrown at once") throw secret;
      return Promise.reject(secret);
    });
    const { call, logged } = bound(handlers);
    expect(await call("scenario:trash", { ids: ["a"] })).toEqual({ ok: false, error: { code: "internal", where: "scenario:trash" } });
    expect(logged.join()).toMatch(/secret[\s\S]*register\.test/);
  });

  it.each(channels)("P14: with a broken dataset %s answers that error", (channel) => {
    const error = { code: "dataset-invalid", problems: [] } as const;
    expect(refusingHandlers(error)[channel](null as never)).toEqual({ ok: false, error });
  });
});
