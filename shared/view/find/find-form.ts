/** What is asked for when a package is searched, as the form holds it, and the question that it makes. */
import type { FindQuestion } from "../../analysis/find/find-goal.ts";
import type { Package } from "../../analysis/jobs/job.ts";
import { indicatorOf, type Outcome } from "../../analysis/outcome.ts";
import type { AllowedLever } from "../../analysis/find/package-space.ts";
import type { StressEvent } from "../../analysis/stress/stress.ts";
import { type WorldChoice, worldChoice } from "../../analysis/world-choice.ts";
import type { Dataset, Lever } from "../../dataset/dataset.ts";
import type { YearMonth } from "../../time.ts";

/** A lever that may be allowed; ally finance has one row per partner. */
export interface LeverChoice {
  readonly key: string;
  readonly lever: Lever;
  readonly partner: string | null;
  readonly name: string;
}

/** Bounds and start as somebody set them; absent = the lever's own. */
export interface LeverBounds {
  readonly min: number;
  readonly max: number;
  readonly start: YearMonth;
}

export interface FindForm {
  readonly base: Package;
  readonly outcome: Outcome;
  readonly target: number;
  readonly year: number;
  /** Million; null = none. */
  readonly budget: number | null;
  readonly costBasis: FindQuestion["costBasis"];
  /** Keys of the levers that may be used. */
  readonly allowed: ReadonlySet<string>;
  readonly bounds: Readonly<Record<string, LeverBounds>>;
  /** Null = the base's own world. */
  readonly worlds: readonly WorldChoice[] | null;
  readonly stress: StressEvent | null;
  readonly maxLoss: number;
  readonly seed: number;
}

/** Partners offered for a lever that needs one. */
const MOST_PARTNERS = 4;

/** One row per lever that the base does not set already; levers that need a partner once for each of the first ones. */
export function leverChoices(dataset: Dataset, base: Package, partners: readonly { readonly iso3: string; readonly name: string }[]): readonly LeverChoice[] {
  return dataset.levers
    .filter(({ id }) => !base.inputs.levers.some(({ lever }) => lever === id))
    .flatMap((lever): readonly LeverChoice[] =>
      needsPartner(lever)
        ? partners.slice(0, MOST_PARTNERS).map(({ iso3, name }) => ({ key: `${lever.id}:${iso3}`, lever, partner: iso3, name: `${lever.name}, ${name}` }))
        : [{ key: lever.id, lever, partner: null, name: lever.name }],
    );
}

export const needsPartner = ({ subSettings }: Pick<Lever, "subSettings">): boolean =>
  subSettings.split(";").some((entry) => entry.trim().startsWith("partner"));

/** Allowed unless somebody says otherwise: all that need no partner. */
export const usualLevers = (choices: readonly LeverChoice[]): ReadonlySet<string> =>
  new Set(choices.filter(({ partner }) => partner === null).map(({ key }) => key));

export const boundsOf = ({ key, lever }: LeverChoice, bounds: FindForm["bounds"]): LeverBounds =>
  bounds[key] ?? { min: lever.min, max: lever.max, start: lever.defaultStart };

/** Why the form asks for nothing that can be searched; null where it does. */
export function formProblem({ outcome, allowed }: Pick<FindForm, "outcome" | "allowed">, choices: readonly LeverChoice[]): string | null {
  if (indicatorOf(outcome).better === "neither") return "This indicator is neither better high nor low. Choose another one.";
  if (!choices.some(({ key }) => allowed.has(key))) return "Allow at least one lever.";
  return null;
}

export function questionOf(form: FindForm, choices: readonly LeverChoice[]): FindQuestion {
  const { base, outcome, target, year, budget, costBasis, worlds, stress, maxLoss, seed } = form;
  const levers = choices
    .filter(({ key }) => form.allowed.has(key))
    .map((choice): AllowedLever => {
      const { min, max, start } = boundsOf(choice, form.bounds);
      const { lever, partner } = choice;
      const setting = { lever: lever.id, value: lever.default, start, ramp: lever.defaultRampMonths, minerals: "all" as const };
      return { setting: partner === null ? setting : { ...setting, partner }, min, max };
    });
  return { base, outcome, target, year, budget, costBasis, levers, worlds: worlds ?? [worldChoice(base.inputs)], stress, maxLoss, seed };
}
