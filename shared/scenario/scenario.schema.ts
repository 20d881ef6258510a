/**
 * Run-time shape of what people make: one set of schemas for database rows, messages and files.
 * It checks shape only; whether a lever, world or mineral exists is a question for the dataset.
 */
import { z } from "zod";
import { isYearMonth } from "../time.ts";
import { MOST_OWN_DISRUPTIONS, type ScenarioDocument, type ScenarioInputs, type ScenarioLabels } from "./scenario.ts";

const yearMonth = z.string().refine(isYearMonth, "write a month as YYYY-MM");
const months = z.int().min(0);

const leverSetting = z.strictObject({
  lever: z.string().min(1),
  value: z.number(),
  start: yearMonth,
  ramp: months,
  end: yearMonth.exactOptional(),
  minerals: z.union([z.literal("all"), z.array(z.string())]),
  stages: z.array(z.string()).exactOptional(),
  partner: z.string().exactOptional(),
  eligible: z.number().exactOptional(),
  phase_out: z.boolean().exactOptional(),
  countries: z.union([z.literal("non_ally"), z.array(z.string())]).exactOptional(),
});

const presetEvent = z.strictObject({ event: z.string().min(1), start: yearMonth });

const ownEvent = z.strictObject({
  name: z.string().exactOptional(),
  minerals: z.string(),
  stages: z.string(),
  suppliers: z.string(),
  scope: z.enum(["targeted", "global", "outage"]),
  severity: z.number(),
  start: yearMonth,
  duration: months,
  ramp_in: months,
  recovery: months,
  world_share: z.string().exactOptional(),
  leak: z.number().exactOptional(),
});

/** A person's own disruptions beside those of scenarios. */
export const keptDisruptionsSchema = z.array(ownEvent).max(MOST_OWN_DISRUPTIONS);

const multipliers = z.record(z.string().min(1), z.number());

const ownWorld = z.strictObject({ name: z.string(), demand: multipliers, price: multipliers });

export const scenarioInputsSchema = z.strictObject({
  levers: z.array(leverSetting),
  world: z.string().min(1),
  own_world: ownWorld.exactOptional(),
  events: z.array(z.union([presetEvent, ownEvent])),
}) satisfies z.ZodType<ScenarioInputs>;

const assumption = z.strictObject({ mineral: z.string(), stage: z.string(), key: z.string(), value: z.number() });

const target = z.strictObject({ indicator: z.string(), mineral: z.string().nullable(), value: z.number(), year: z.int() });

export const scenarioDocumentSchema = z.strictObject({
  inputs: scenarioInputsSchema,
  assumptions: z.array(assumption),
  target: target.nullable(),
  budget: z.number().nullable(),
}) satisfies z.ZodType<ScenarioDocument>;

export const scenarioLabelsSchema = z.strictObject({
  title: z.string(),
  notes: z.string(),
  tags: z.array(z.string()),
  question: z.string(),
  hypothesis: z.string(),
  findings: z.string(),
  decision: z.string(),
}) satisfies z.ZodType<ScenarioLabels>;
