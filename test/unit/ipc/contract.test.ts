import { describe, expect, it } from "vitest";
import { type Channel, channels, type Input } from "../../../shared/ipc/channels.ts";
import { defaultQuery } from "../../../shared/scenario/scenario-index.ts";
import { inputSchemas, LIMITS, PICTURE_LIMITS } from "../../../shared/ipc/contract.schema.ts";
import { emptyLabels, statusQuoDocument } from "../../../shared/scenario/scenario.ts";

const document = {
  ...statusQuoDocument("baseline"),
  inputs: {
    levers: [{ lever: "stockpile_target", value: 180, start: "2027-01", ramp: 36, minerals: "all" as const }],
    world: "baseline",
    events: [{ event: "ban", start: "2028-01" }],
  },
  target: { indicator: "dependence", mineral: null, value: 0.4, year: 2035 },
};

/** The part of a PNG that is looked at here. */
function pngHead(width: number, height: number, length = 100): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

const good: { readonly [C in Channel]: readonly [Input<C>, ...Input<C>[]] } = {
  "app:boot": [null],
  "dataset:load": [null],
  "dataset:history": [null],
  "settings:set": [{}, { theme: "dark", lastScenario: null, outcomeYear: 2030 }],
  "scenario:list": [{ query: defaultQuery, from: 0, count: 100 }],
  "scenario:ids": [{ query: { ...defaultQuery, text: "reserve", tag: "cleared" } }],
  "scenario:create": [{ labels: emptyLabels("A"), document }],
  "scenario:open": [{ id: "x" }],
  "scenario:open-last": [null, { id: "x" }],
  "scenario:save-draft": [{ id: "x", document }],
  "scenario:save": [{ id: "x", document }],
  "scenario:save-as": [{ from: "x", title: "B", document }],
  "scenario:duplicate": [{ ids: ["x", "y"] }],
  "scenario:discard-draft": [{ id: "x" }],
  "scenario:revision": [{ id: "x", number: 1 }],
  "scenario:revisions": [{ id: "x" }],
  "scenario:ledger": [{ id: "x" }],
  "scenario:restore-revision": [{ id: "x", number: 1 }],
  "scenario:set-labels": [{ id: "x", labels: { title: "C" } }],
  "scenario:trash": [{ ids: ["x", "y"] }],
  "scenario:restore": [{ ids: ["x"] }],
  "sample:list": [null],
  "file:export": [
    { ids: ["x"], edited: [] },
    { ids: [], edited: [{ id: null, labels: emptyLabels("A"), document }] },
  ],
  "file:open": [{ from: "dialog" }, { from: "waiting" }, { from: "samples" }, { from: "paths", paths: ["/a/b.lodestone"] }],
  "file:import": [{ token: "t", choices: ["new", "revision", "skip"] }],
  "file:turn-import": [
    { step: "s", way: "undo" },
    { step: "s", way: "redo" },
  ],
  "backup:list": [null],
  "backup:make": [null],
  "backup:restore": [{ name: "scenarios-20270131T140205123Z-manual.sqlite" }],
  "backup:start-empty": [null],
  "dataset:list": [null],
  "dataset:import": [{ from: "folder" }, { from: "zip" }],
  "dataset:remove": [{ key: "imported:norland-example-01234567" }],
  "dataset:put-back": [{ name: "norland-example-01234567.2" }],
  "dataset:use": [{ key: "shipped:us-2026-1" }],
  "app:reopen-store": [null],
  "app:open-folder": [{ folder: "data" }, { folder: "backups" }, { folder: "damaged" }],
  "file:save-chart": [
    { name: "A chart", content: { kind: "png", png: pngHead(1920, 1080) } },
    { name: "A chart", content: { kind: "csv", text: "Year,Status quo\r\n" } },
  ],
  "clipboard:write-image": [{ png: pngHead(1920, 1080) }],
};

const fieldOf = (channel: Channel, input: unknown): string | null => {
  const checked = inputSchemas[channel].safeParse(input);
  return checked.success ? null : (checked.error.issues[0]?.path.join(".") ?? "");
};

describe("message contract", () => {
  it("P1: names and schemas have the same rows", () => {
    expect(Object.keys(inputSchemas).toSorted()).toEqual(channels.toSorted());
  });

  it.each(channels)("P3: %s takes what it is meant for, unchanged, and nothing more", (channel) => {
    for (const input of good[channel]) {
      expect(inputSchemas[channel].parse(input)).toEqual(input);
      if (input === null) continue;
      expect(fieldOf(channel, { ...input, extra: 1 })).not.toBeNull();
    }
    for (const bad of [undefined, 1, "x", [], { nothing: true }]) expect(fieldOf(channel, bad)).not.toBeNull();
  });

  it.each([
    ["a number that is none", { id: "x", document: { ...document, budget: Number.NaN } }, "document.budget"],
    [
      "a month that is none",
      { id: "x", document: { ...document, inputs: { ...document.inputs, events: [{ event: "ban", start: "2028-13" }] } } },
      "document.inputs.events.0",
    ],
    ["a text beyond all measure", { id: "x".repeat(LIMITS.characters + 1), document }, "id"],
    [
      "a list beyond all measure",
      { id: "x", document: { ...document, assumptions: Array.from({ length: LIMITS.items + 1 }, () => 1) } },
      "document.assumptions",
    ],
    ["a reserved key", JSON.parse('{"id":"x","document":{"__proto__":{"a":1}}}'), "document.__proto__"],
  ])("P3: %s is refused and named", (_what, input, field) => {
    expect(fieldOf("scenario:save", input)).toContain(field);
  });

  it.each([
    ["no bytes", []],
    ["text", "iVBORw0KGgo="],
    ["another format", new Uint8Array(100).fill(0xff)],
    ["less than a head", pngHead(10, 10).subarray(0, 20)],
    ["more bytes than a chart has", pngHead(10, 10, PICTURE_LIMITS.bytes + 1)],
    ["a side without end", pngHead(PICTURE_LIMITS.side + 1, 10)],
    ["no side", pngHead(10, 0)],
  ])("P3: a picture that is %s is refused", (_what, png) => {
    expect(fieldOf("clipboard:write-image", { png })).toBe("png");
    expect(fieldOf("file:save-chart", { name: "x", content: { kind: "png", png } })).toBe("content.png");
  });

  it("P3: a reserved key does not slip through where any object is taken", () => {
    expect(fieldOf("settings:set", JSON.parse('{"__proto__":{"theme":"dark"}}'))).toBe("__proto__");
    expect(fieldOf("settings:set", { constructor: 1 })).toBe("constructor");
  });

  it("P3: what is nested without end, or refers to itself, is refused and not walked for ever", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    expect(fieldOf("settings:set", circle)).toMatch(/^self\.self/);
    const wide = Array.from({ length: 400 }, () => Array.from({ length: LIMITS.values / 300 }, () => 0));
    expect(fieldOf("settings:set", { theme: wide })).toMatch(/^theme\.\d+/);
  });
});
