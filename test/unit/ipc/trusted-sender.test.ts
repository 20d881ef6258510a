import { EventEmitter } from "node:events";
import type { WebContents, WebFrameMain } from "electron";
import { describe, expect, it } from "vitest";
import { createSenderTrust } from "../../../electron/trusted-sender.ts";

const contents = (id: number) => Object.assign(new EventEmitter(), { id }) as unknown as WebContents;
const frame = (origin: string, parent: WebFrameMain | null = null) => ({ origin, parent }) as WebFrameMain;
const OWN = "app://planner";

describe("trusted sender", () => {
  it("P2: the main frame of an admitted window at the app's own origin is heard, until the window is gone", () => {
    const trust = createSenderTrust();
    const sender = contents(1);
    const event = { sender, senderFrame: frame(OWN) };
    expect(trust.isTrusted(event)).toBe(false);
    trust.admit(sender);
    expect(trust.isTrusted(event)).toBe(true);
    sender.emit("destroyed");
    expect(trust.isTrusted(event)).toBe(false);
  });

  it.each([
    ["another host", { sender: contents(1), senderFrame: frame("app://planner.evil") }],
    ["another scheme", { sender: contents(1), senderFrame: frame("https://planner") }],
    ["an opaque origin", { sender: contents(1), senderFrame: frame("null") }],
    ["a subframe", { sender: contents(1), senderFrame: frame(OWN, frame(OWN)) }],
    ["a frame that is gone", { sender: contents(1), senderFrame: null }],
    ["a window that was never admitted", { sender: contents(2), senderFrame: frame(OWN) }],
  ])("P2: %s is not heard", (_what, event) => {
    const trust = createSenderTrust();
    trust.admit(contents(1));
    expect(trust.isTrusted(event)).toBe(false);
  });
});
