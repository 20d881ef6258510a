/** Shards of an ensemble as files: what was run, which run numbers, and every value. Shards of one study say the same about everything but their runs. */
import { z } from "zod";
import { scenarioDocumentSchema } from "../../scenario/scenario.schema.ts";
import { type EnsemblePart, PART_FORMAT, PART_VERSION } from "./ensemble-part.ts";

const { inputs, assumptions } = scenarioDocumentSchema.shape;

const scenario = z.strictObject({ title: z.string(), inputs, assumptions });
const outcome = z.strictObject({ indicator: z.string(), mineral: z.string().nullable(), stage: z.string().nullable() });

const part = z.strictObject({
  format: z.literal(PART_FORMAT),
  version: z.literal(PART_VERSION),
  planner: z.strictObject({ model_version: z.string(), data_vintage: z.string() }),
  study: z.strictObject({
    seed: z.int().min(0),
    scenarios: z.array(scenario).min(1),
    outcomes: z.array(outcome).min(1),
    years: z.array(z.int()).min(1),
  }),
  from: z.int().min(0),
  to: z.int().min(1),
  /** One text per series (scenario × outcome × year): its runs as little-endian doubles in base 64. */
  values: z.array(z.base64()),
}) satisfies z.ZodType<EnsemblePart>;

/** The part, or the first thing that is wrong with it: where and what. */
export function parsePart(value: unknown): { readonly ok: true; readonly value: EnsemblePart } | { readonly ok: false; readonly error: string } {
  const parsed = part.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, error: `${issue?.path.join(".") || "the file"}: ${issue?.message ?? "it has another shape"}` };
}
