/** The file format of reference cases: inputs and expected results computed by an independent implementation of the specification. */
import { z } from "zod";
import type { InputProblem } from "../errors/app-error.ts";
import { err, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { scenarioInputsSchema } from "../scenario/scenario.schema.ts";
import type { ReferenceCase } from "./compare-case.ts";

const series = z.array(z.union([z.number(), z.string(), z.null()]));
const block = z.record(z.string(), series);

const schema = z.object({
  code: z.string().min(1),
  title: z.string(),
  // Cases also note the resolved events and the time axis; those follow from the dataset.
  inputs: z.object({ levers: z.unknown(), world: z.unknown(), events: z.unknown() }).pipe(scenarioInputsSchema),
  years: z.array(z.int()).min(1),
  monthly_probe: z.record(z.string().regex(/^\d+$/), z.record(z.string(), z.record(z.string(), z.number()))).default({}),
  minerals: z.record(z.string(), z.object({ stages: z.record(z.string(), block), mineral: block })),
  totals: z.record(z.string(), z.union([series, block])),
});

/** Checks the shape of a parsed JSON file. Every problem is named by its place in the file. */
export function parseReferenceCase(json: unknown, file: string): Result<ReferenceCase, readonly InputProblem[]> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => ({
      file,
      row: null,
      column: issue.path.length > 0 ? issue.path.join(".") : null,
      wrong: issue.message.charAt(0).toLowerCase() + issue.message.slice(1),
      right: "write it as the cases in test/reference do",
    })),
  );
}
