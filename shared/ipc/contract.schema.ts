/**
 * Run-time shape of what the window may send, one row per channel of `channels.ts`. Main process only: the preload must stay free of zod.
 * Shape and size are checked here; whether an id exists is a question for the store or the dataset.
 */
import { z } from "zod";
import { keptPinsSchema } from "./kept-pin.schema.ts";
import { BYTES_PER_MEGABYTE } from "../format/megabyte.ts";
import { keptDisruptionsSchema, scenarioDocumentSchema, scenarioLabelsSchema } from "../scenario/scenario.schema.ts";
import type { Channel, Input, Unwritten } from "./channels.ts";

/** Far above anything a person makes by hand, far below what would make the main process stutter. */
export const LIMITS = { characters: 100_000, items: 20_000, depth: 12, values: 100_000 } as const;

/** What is too large in `value`, as a path and a reason, or null. Also refuses the keys that could reach a prototype. */
function excess(value: unknown): { readonly path: (string | number)[]; readonly message: string } | null {
  let left: number = LIMITS.values;
  const look = (v: unknown, path: (string | number)[]): { path: (string | number)[]; message: string } | null => {
    if (--left < 0) return { path, message: `more than ${LIMITS.values} values` };
    if (typeof v === "string") return v.length > LIMITS.characters ? { path, message: `more than ${LIMITS.characters} characters` } : null;
    if (typeof v !== "object" || v === null) return null;
    if (path.length >= LIMITS.depth) return { path, message: `nested more than ${LIMITS.depth} deep` };
    if (Array.isArray(v) && v.length > LIMITS.items) return { path, message: `more than ${LIMITS.items} items` };
    for (const key of Object.keys(v)) {
      if (key === "__proto__" || key === "constructor" || key === "prototype") return { path: [...path, key], message: "a reserved key" };
      const found = look((v as Record<string, unknown>)[key], [...path, Array.isArray(v) ? Number(key) : key]);
      if (found) return found;
    }
    return null;
  };
  return look(value, []);
}

/** Size first, shape second: the shape check never walks something huge. */
const bounded = <T>(schema: z.ZodType<T>) =>
  z
    .unknown()
    .check((context) => {
      const found = excess(context.value);
      if (found) context.issues.push({ code: "custom", input: context.value, ...found, continue: false });
    })
    .pipe(schema as z.ZodType<T, unknown>);

const id = z.string().min(1).max(100);
const nothing = bounded(z.null());
const oneId = bounded(z.strictObject({ id }));
const someIds = bounded(z.strictObject({ ids: z.array(id).min(1) }));
const idAndDocument = bounded(z.strictObject({ id, document: scenarioDocumentSchema }));

const query = z.strictObject({
  text: z.string().max(1000),
  tag: z.string().nullable(),
  trash: z.boolean(),
  sort: z.enum(["title", "headline", "cost", "levers", "changed"]),
  descending: z.boolean(),
});

const editedScenario = z.strictObject({ id: id.nullable(), labels: scenarioLabelsSchema, document: scenarioDocumentSchema });

const oneRevision = bounded(z.strictObject({ id, number: z.int().min(1) }));

/** Far above a chart on a large screen, far below what would make decoding it a burden. */
export const PICTURE_LIMITS = { bytes: 8 * BYTES_PER_MEGABYTE, side: 8192 } as const;

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Begins as a PNG does, with a first chunk that states sides within the limit; what follows is for the decoder to refuse. */
function isPicture(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 33 || bytes.byteLength > PICTURE_LIMITS.bytes) return false;
  if (PNG_SIGNATURE.some((byte, index) => bytes[index] !== byte)) return false;
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sides = [head.getUint32(16), head.getUint32(20)];
  return sides.every((side) => side > 0 && side <= PICTURE_LIMITS.side);
}

// Not `bounded`: that looks at every value, and a picture has millions.
const png = z.instanceof(Uint8Array).refine(isPicture, "not a PNG within the limits");
const csv = z.string().max(4 * LIMITS.characters);
const chartContent = z.discriminatedUnion("kind", [z.strictObject({ kind: z.literal("png"), png }), z.strictObject({ kind: z.literal("csv"), text: csv })]);

const { title, notes, tags, question, hypothesis, findings, decision } = scenarioLabelsSchema.shape;
const someLabels = z.strictObject({
  title: title.exactOptional(),
  notes: notes.exactOptional(),
  tags: tags.exactOptional(),
  question: question.exactOptional(),
  hypothesis: hypothesis.exactOptional(),
  findings: findings.exactOptional(),
  decision: decision.exactOptional(),
});

const someSettings = z.strictObject({
  theme: z.enum(["system", "light", "dark"]).exactOptional(),
  contrast: z.enum(["system", "more"]).exactOptional(),
  singleKeys: z.boolean().exactOptional(),
  lastScenario: id.nullable().exactOptional(),
  outcomeYear: z.int().min(1900).max(2200).exactOptional(),
  hints: z.boolean().exactOptional(),
  pins: keptPinsSchema.exactOptional(),
  disruptions: keptDisruptionsSchema.exactOptional(),
});

const datasetKey = bounded(z.strictObject({ key: z.string().min(1).max(300) }));

/** channel → schema of its input. A channel without a row does not compile. */
export const inputSchemas: { readonly [C in Channel]: z.ZodType<Input<C>> } = {
  "app:boot": nothing,
  "dataset:load": nothing,
  "dataset:history": nothing,
  "dataset:list": nothing,
  "dataset:import": bounded(z.strictObject({ from: z.enum(["folder", "zip"]) })),
  "dataset:remove": datasetKey,
  "dataset:put-back": bounded(z.strictObject({ name: z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,200}$/) })),
  "dataset:use": datasetKey,
  "settings:set": bounded(someSettings),
  "scenario:list": bounded(z.strictObject({ query, from: z.int().min(0), count: z.int().min(1).max(1000) })),
  "scenario:ids": bounded(z.strictObject({ query })),
  "scenario:create": bounded(z.strictObject({ labels: scenarioLabelsSchema, document: scenarioDocumentSchema })),
  "scenario:open": oneId,
  "scenario:open-last": oneId.nullable(),
  "scenario:save-draft": idAndDocument,
  "scenario:save": idAndDocument,
  "scenario:save-as": bounded(z.strictObject({ from: id, title, document: scenarioDocumentSchema })),
  "scenario:duplicate": someIds,
  "scenario:discard-draft": oneId,
  "scenario:revision": oneRevision,
  "scenario:revisions": oneId,
  "scenario:ledger": oneId,
  "scenario:restore-revision": oneRevision,
  "scenario:set-labels": bounded(z.strictObject({ id, labels: someLabels })),
  "scenario:trash": someIds,
  "scenario:restore": someIds,
  "sample:list": nothing,
  "file:export": bounded(z.strictObject({ ids: z.array(id), edited: z.array(editedScenario) })),
  "file:open": bounded(
    z.union([
      z.strictObject({ from: z.enum(["dialog", "waiting", "samples"]) }),
      z.strictObject({ from: z.literal("paths"), paths: z.array(z.string().max(10_000)).min(1).max(100) }),
    ]),
  ),
  "file:import": bounded(z.strictObject({ token: id, choices: z.array(z.enum(["new", "revision", "skip"])) })),
  "file:turn-import": bounded(z.strictObject({ step: id, way: z.enum(["undo", "redo"]) })),
  "backup:list": nothing,
  "backup:make": nothing,
  "backup:restore": bounded(z.strictObject({ name: z.string().min(1).max(300) })),
  "backup:start-empty": nothing,
  "app:reopen-store": nothing,
  "app:open-folder": bounded(z.strictObject({ folder: z.enum(["data", "backups", "damaged"]) })),
  "file:save-chart": z.strictObject({ name: z.string().min(1).max(300), content: chartContent }),
  "clipboard:write-image": z.strictObject({ png }),
};

/** The answer to a flush. */
export const unwrittenSchema: z.ZodType<Unwritten | null> = bounded(z.strictObject({ titles: z.array(z.string()).min(1), why: z.string() }).nullable());
