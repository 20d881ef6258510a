/** Run-time shape of the pinned scenarios that are kept as a setting. */
import { z } from "zod";
import { PIN_COLOURS } from "../chart/palette.ts";
import { scenarioDocumentSchema } from "../scenario/scenario.schema.ts";
import type { KeptPin } from "./boot-info.ts";

const version = z.string().min(1);

const keptPin = z.strictObject({
  id: z.int().min(1),
  name: z.string().min(1),
  colour: z.enum(PIN_COLOURS),
  document: scenarioDocumentSchema,
  modelVersion: version,
  dataVintage: version,
  revision: z.strictObject({ scenario: z.string().min(1), number: z.int().min(1) }).nullable(),
}) satisfies z.ZodType<KeptPin>;

export const keptPinsSchema = z.array(keptPin).max(PIN_COLOURS.length);
