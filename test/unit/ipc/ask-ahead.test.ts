import { expect, it, vi } from "vitest";
import { askAhead } from "../../../electron/ask-ahead.ts";
import type { Channel } from "../../../shared/ipc/channels.ts";

it("P21: is asked once before anybody asks; the first question gets that answer, the next is asked anew", async () => {
  let times = 0;
  const sent = vi.fn<(channel: Channel, input: unknown) => Promise<unknown>>(() => Promise.resolve(++times));
  const ask = askAhead(sent, ["app:boot"]);
  expect(sent.mock.calls).toEqual([["app:boot", null]]);
  expect(await ask("app:boot", null)).toBe(1);
  expect(sent).toHaveBeenCalledTimes(1);
  expect(await ask("app:boot", null)).toBe(2);
  expect(await ask("scenario:open", { id: "a" })).toBe(3);
  expect(sent.mock.lastCall).toEqual(["scenario:open", { id: "a" }]);
});

it("P21: a failure is told to whoever asks", async () => {
  const ask = askAhead(() => Promise.reject(new Error("closing")), ["app:boot"]);
  await expect(ask("app:boot", null)).rejects.toThrow("closing");
});
