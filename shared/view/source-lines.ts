/** What exported numbers rest on: scenario, data, model, day, and every assumption that differs from the dataset. */
import type { Assumption } from "../scenario/scenario.ts";

export interface Source {
  readonly title: string;
  /** "LS-7K2M-Q0XD" */
  readonly code: string;
  /** Those of the shown numbers: a stored result has its own. */
  readonly dataVintage: string;
  readonly modelVersion: string;
  /** "12 Nov 2026" */
  readonly day: string;
  readonly assumptions: readonly Assumption[];
}

export function sourceLines({ title, code, dataVintage, modelVersion, day, assumptions }: Source): readonly string[] {
  const first = `${title} (${code}), data ${dataVintage}, model ${modelVersion}, Lodestone, ${day}`;
  if (assumptions.length === 0) return [first];
  const listed = assumptions.map(({ mineral, stage, key, value }) => [mineral, stage, key, "=", String(value)].filter((part) => part !== "").join(" "));
  return [first, `Assumptions that differ from the dataset: ${listed.join("; ")}`];
}
