/** What exported numbers rest on: scenarios, data, model, day, and every assumption that differs from the dataset. */
import { sameValue } from "../scenario/same-value.ts";
import type { Assumption } from "../scenario/scenario.ts";

export interface SourceScenario {
  /** "A Balanced package, revision 3" */
  readonly title: string;
  /** "LS-7K2M-Q0XD" */
  readonly code: string;
  readonly world: string;
  /** Those of the shown numbers: a stored result has its own. */
  readonly dataVintage: string;
  readonly modelVersion: string;
  readonly assumptions: readonly Assumption[];
}

/** The lines under one chart. `how` says what else decides the numbers, such as runs and seed; "" = nothing. `day` as in "12 Nov 2026". */
export function sourceLines(scenarios: readonly SourceScenario[], day: string, how = ""): readonly string[] {
  const [first] = scenarios;
  const share = (part: (one: SourceScenario) => unknown): boolean => scenarios.every((one) => sameValue(part(one), part(first!)));
  const madeOf = ({ dataVintage, modelVersion }: SourceScenario): string => `data ${dataVintage}, model ${modelVersion}`;
  const [oneWorld, oneMaking] = [share(({ world }) => world), share(madeOf)];
  const named = scenarios.map((one) => [`${one.title} (${one.code})`, ...(oneWorld ? [] : [one.world]), ...(oneMaking ? [] : [madeOf(one)])].join(", "));
  const rest = [...(oneMaking ? [madeOf(first!)] : []), ...(how === "" ? [] : [how]), "Lodestone", day].join(", ");
  return [
    ...(scenarios.length === 1 ? [`${named.join("")}, ${rest}`] : [named.join("; "), rest.charAt(0).toUpperCase() + rest.slice(1)]),
    ...replaced(scenarios),
  ];
}

/** Scenarios under the same assumptions share a line. */
function replaced(scenarios: readonly SourceScenario[]): readonly string[] {
  const groups = new Map<string, readonly string[]>();
  for (const { title, assumptions } of scenarios) {
    if (assumptions.length === 0) continue;
    const listed = assumptions.map(({ mineral, stage, key, value }) => [mineral, stage, key, "=", String(value)].filter((part) => part !== "").join(" "));
    const text = listed.join("; ");
    groups.set(text, [...(groups.get(text) ?? []), title]);
  }
  return [...groups].map(
    ([text, titles]) => `Assumptions${titles.length === scenarios.length ? "" : ` of ${titles.join(", ")}`} that differ from the dataset: ${text}`,
  );
}
