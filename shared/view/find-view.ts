/** What a search found, in words, cards and one figure; or why the target cannot be met and what would do. */
import type { FindResult, FoundPackage } from "../analysis/find.ts";
import type { FindQuestion } from "../analysis/find-goal.ts";
import { indicatorOf, outcomeOfTarget } from "../analysis/outcome.ts";
import type { Claim } from "../analysis/package-space.ts";
import { type PlainTick, plainTicks } from "../chart/plain-ticks.ts";
import type { Dataset } from "../dataset/dataset.ts";
import { compareValues } from "../format/comparison.ts";
import { leverUnit, leverValueText } from "../format/lever-text.ts";
import { exactNumberText, numberText } from "../format/number.ts";
import { NOT_AVAILABLE, valueText } from "../format/quantity.ts";
import { type DisplayScale, scaleFor } from "../format/scale.ts";
import { inSentence, listText, monthText } from "../format/words.ts";
import { worldName } from "../scenario/own-world.ts";
import type { ScenarioDocument } from "../scenario/scenario.ts";
import { IMPORT_DEPENDENCE } from "./dependence.ts";
import { metricName } from "./finding.ts";
import { lossScale, lossText } from "./stress-view.ts";
import { subjectName } from "./view-context.ts";

export interface PackageCard {
  readonly number: number;
  /** What it leans on, against the others. */
  readonly name: string;
  readonly value: string;
  readonly cost: string;
  /** "Processing investment support $1,200 m/yr", "… from 2028" where that is not its usual start. */
  readonly levers: readonly string[];
  readonly more: string;
  /** Worst world and loss in the disruption, where asked for. */
  readonly notes: string;
}

export interface LeverRole {
  readonly key: string;
  readonly name: string;
  /** "$600 to $1,200 m/yr" */
  readonly range: string;
  /** By package. */
  readonly used: readonly boolean[];
  /** null where there is one package only. */
  readonly role: "must-do" | "interchangeable" | null;
  /** "without it $4.2 bn/yr", "cannot be done without"; "" where it was not asked. */
  readonly without: string;
}

export interface FrontierPointView {
  readonly cost: number;
  readonly value: number;
}

export interface FrontierView {
  readonly title: string;
  readonly subtitle: string;
  readonly points: readonly FrontierPointView[];
  readonly packages: readonly (FrontierPointView & { readonly number: number })[];
  readonly statusQuo: FrontierPointView;
  readonly budget: { readonly value: number; readonly label: string } | null;
  readonly target: { readonly value: number; readonly label: string };
  readonly x: readonly PlainTick[];
  readonly y: readonly PlainTick[];
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

export interface FindView {
  readonly title: string;
  readonly subtitle: string;
  /** Sentences on what binds; empty where the target is met. */
  readonly obstacle: readonly string[];
  /** Budget that would do, million; null where more money is not what is missing. */
  readonly budgetThatDoes: { readonly value: number; readonly text: string } | null;
  readonly isMet: boolean;
  readonly frontier: FrontierView;
  readonly rolesTitle: string;
  readonly roles: readonly LeverRole[];
  /** Levers in no package. */
  readonly unused: string;
  readonly cards: readonly PackageCard[];
}

/** What every part of the view reads. */
interface Context {
  readonly dataset: Dataset;
  readonly question: FindQuestion;
  readonly result: FindResult;
  readonly scale: DisplayScale;
  readonly money: DisplayScale;
  readonly nameOf: (lever: number) => string;
}

export function buildFindView(dataset: Dataset, question: FindQuestion, result: FindResult, seconds: number): FindView {
  const context = contextOf(dataset, question, result);
  const { obstacle, evaluations } = result;
  return {
    title: title(context),
    subtitle: `${numberText(evaluations, 0)} packages run in ${numberText(seconds, 0)} s (seed ${question.seed})`,
    obstacle: obstacle === null ? [] : obstacleLines(context),
    budgetThatDoes:
      obstacle === null || obstacle.costToMeet === null || question.budget === null
        ? null
        : { value: roundedUp(obstacle.costToMeet), text: costText(roundedUp(obstacle.costToMeet), context) },
    isMet: obstacle === null,
    frontier: frontierView(context),
    rolesTitle: rolesTitle(context),
    roles: roles(context),
    unused: result.unused.length === 0 ? "" : `In none: ${listText(result.unused.map((i) => inSentence(context.nameOf(i))))}.`,
    cards: cards(context),
  };
}

function contextOf(dataset: Dataset, question: FindQuestion, result: FindResult): Context {
  const claims = [result.statusQuo, ...result.packages.map(({ claim }) => claim), ...result.frontier.map(({ claim }) => claim)];
  const extent = (values: readonly number[]): number => Math.max(0, ...values.filter(Number.isFinite).map(Math.abs));
  const currency = dataset.currency.symbol;
  const costs = extent([...result.packages.map(({ claim }) => claim.cost), question.budget ?? 0]);
  return {
    dataset,
    question,
    result,
    scale: scaleFor(indicatorOf(question.outcome), extent(claims.map(({ value }) => value)), currency),
    money: scaleFor({ id: question.costBasis === "per-year" ? "public_cost_musd" : "public_cost_discounted_cum_musd", unit: "musd" }, costs, currency),
    nameOf: (i) => leverName(dataset, question, i),
  };
}

function leverName(dataset: Dataset, { levers }: FindQuestion, i: number): string {
  const { setting } = levers[i]!;
  const name = dataset.levers.find(({ id }) => id === setting.lever)?.name ?? setting.lever;
  const country = dataset.suppliers.find(({ iso3 }) => iso3 === setting.partner)?.country;
  return country === undefined ? name : `${name}, ${country}`;
}

/** "$3.3 bn/yr", "$41 bn discounted" */
const costText = (million: number, { money, question }: Context): string =>
  `${valueText(million, money)}${question.costBasis === "per-year" ? "" : " discounted"}`;

const reached = (value: number, scale: DisplayScale): string => (Number.isFinite(value) ? valueText(value, scale) : NOT_AVAILABLE);

/** One more decimal where a value misses the target by less than a shown step. */
function bestText(value: number, { scale, question, result }: Context): string {
  const text = reached(value, scale);
  return result.obstacle !== null && text === valueText(question.target, scale) ? valueText(value, scale, scale.fineDecimals) : text;
}

const WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"];

function title(context: Context): string {
  const { question, result, scale } = context;
  const { packages, obstacle, nearOptimalCost } = result;
  const goal = valueText(question.target, scale);
  if (obstacle !== null) {
    const limit = question.budget === null ? "" : ` for ${costText(question.budget, context)}`;
    return `No package reaches ${goal} by ${question.year}${limit}; nearest: ${bestText(packages[0]!.claim.value, context)}`;
  }
  const first = packages[0]!;
  if (first.scenario.inputs.levers.length === question.base.inputs.levers.length) return `${goal} in ${question.year} is met without any of the levers`;
  const count = WORDS[packages.length] ?? String(packages.length);
  const [noun, verb] = packages.length === 1 ? ["package", "reaches"] : ["different packages", "reach"];
  return `${count} ${noun} ${verb} ${goal} in ${question.year} for ${costText(nearOptimalCost ?? first.claim.cost, context)} or less`;
}

/** Up to the next of three figures, so that the rounded budget still does. */
function roundedUp(million: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, million))) - 2);
  return Math.ceil(million / step) * step;
}

function obstacleLines(context: Context): readonly string[] {
  const { question, result, scale, nameOf } = context;
  const obstacle = result.obstacle!;
  const nearest = result.packages[0]!.claim;
  const goal = valueText(question.target, scale);
  const atBound = obstacle.atBound.map((i) => inSentence(nameOf(i)));
  const first = `The best within the limits is ${bestText(nearest.value, context)} for ${costText(nearest.cost, context)}.`;
  if (obstacle.costToMeet !== null) return [first, `The budget binds: ${goal} would take ${costText(obstacle.costToMeet, context)}.`];
  const stressName = question.stress?.name ?? "the disruption";
  if (obstacle.binds.length > 0) {
    const what = obstacle.binds.length === 2 ? "The budget and the disruption bind together" : "The disruption binds";
    return [first, `${what}: without ${obstacle.binds.length === 2 ? "both limits" : `having to survive “${stressName}”`} the target can be met.`];
  }
  const later = obstacle.metIn === null ? "It is not met in any later year of the run either." : `The same levers meet it in ${obstacle.metIn}.`;
  const most = `Even without a budget it is ${bestText(obstacle.unlimited.claim.value, context)}${atBound.length === 0 ? "" : `, with ${listText(atBound)} at ${atBound.length === 1 ? "its" : "their"} highest`}.`;
  return [first, most, `Levers, lead times or worlds bind, not money. ${later}`];
}

function frontierView(context: Context): FrontierView {
  const { dataset, question, result, scale, money } = context;
  const { frontier, oneMoreBillion, packages, statusQuo } = result;
  const outcome = question.outcome;
  const mineral = dataset.minerals.find(({ id }) => id === outcome.mineral) ?? null;
  const finite = (list: readonly { readonly claim: Claim }[]): readonly FrontierPointView[] =>
    list.map(({ claim: { cost, value } }) => ({ cost, value })).filter(({ value }) => Number.isFinite(value));
  const own = finite(packages).map((point, i) => ({ cost: point.cost, value: point.value, number: i + 1 }));
  const far = Math.max(question.budget ?? 0, ...own.map(({ cost }) => cost), oneMoreBillion.at) * 1.6 + 1;
  const points = finite(frontier).filter(({ cost }) => cost <= far);
  const values = [...points, ...own, { value: statusQuo.value }, { value: question.target }].map(({ value }) => value).filter(Number.isFinite);
  const gain = compareValues(oneMoreBillion.valueWithMore, oneMoreBillion.value, scale);
  const isDependence = outcome.indicator === "dependence" || outcome.indicator.startsWith("composite_");
  const metric = isDependence ? IMPORT_DEPENDENCE : metricName(indicatorOf(outcome).label);
  const costHead = question.costBasis === "per-year" ? "mean public cost per year 2027–35" : "discounted public cost of the whole run";
  return {
    title: `Past ${costText(oneMoreBillion.at, context)}, one more billion buys ${gain.kind === "none" ? "nothing" : gain.kind === "undefined" ? NOT_AVAILABLE : gain.magnitude}`,
    subtitle: `Best ${inSentence(metric)} of ${subjectName(mineral)} in ${question.year} for its cost, ${costHead}`,
    points,
    packages: own,
    statusQuo: { cost: statusQuo.cost, value: statusQuo.value },
    budget: question.budget === null ? null : { value: question.budget, label: `budget ${costText(question.budget, context)}` },
    target: { value: question.target, label: `Target ${valueText(question.target, scale)} by ${question.year}` },
    x: plainTicks(Math.min(0, statusQuo.cost), Math.max(...points.map(({ cost }) => cost), ...own.map(({ cost }) => cost), question.budget ?? 0, 1), money),
    y: plainTicks(Math.min(...values), Math.max(...values), scale, scale.unit === "share" ? 5 : 0),
    table: {
      columns: ["Public cost", metric],
      rows: points.map(({ cost, value }) => [costText(cost, context), valueText(value, scale, scale.fineDecimals)]),
    },
  };
}

function rolesTitle({ result, nameOf }: Context): string {
  const { mustDo, interchangeable, packages } = result;
  if (packages.length < 2) return "The levers of the package";
  const [only, ...more] = mustDo;
  if (only === undefined) return "No lever is in every package";
  if (more.length === 0) return `${nameOf(only)} is in every package`;
  return `${mustDo.length} levers are in every package, ${interchangeable.length} can stand in for each other`;
}

function roles(context: Context): readonly LeverRole[] {
  const { dataset, question, result, nameOf } = context;
  const { packages, mustDo, interchangeable, costWithout } = result;
  const row = (i: number, role: LeverRole["role"]): LeverRole => {
    const lever = dataset.levers.find(({ id }) => id === question.levers[i]!.setting.lever)!;
    const levels = packages.map(({ levels: all }) => all[i]!);
    const set = levels.filter((level) => level !== lever.default);
    const [low, high] = [Math.min(...set), Math.max(...set)];
    const cost = costWithout.get(i);
    return {
      key: `${i}`,
      name: nameOf(i),
      range: low === high ? leverValueText(lever, low) : `${leverUnit(lever.unit).prefix}${exactNumberText(low)} to ${leverValueText(lever, high)}`,
      used: levels.map((level) => level !== lever.default),
      role: packages.length < 2 ? null : role,
      without:
        cost === undefined
          ? ""
          : cost === null
            ? question.budget === null
              ? "the target cannot be met without it"
              : "not within the budget without it"
            : `without it ${costText(cost, context)}`,
    };
  };
  const count = ({ used }: LeverRole): number => used.filter(Boolean).length;
  return [...mustDo.map((i) => row(i, "must-do")), ...interchangeable.map((i) => row(i, "interchangeable")).toSorted((a, b) => count(b) - count(a))];
}

const MOST_LINES = 3;

/** Each is named after what it leans on most against the others, no two alike while there are levers enough. */
function cards(context: Context): readonly PackageCard[] {
  const taken = new Set<number>();
  return context.result.packages.map((one, i) => card(context, one, i, taken));
}

function card(context: Context, found: FoundPackage, index: number, taken: Set<number>): PackageCard {
  const { dataset, question, result, nameOf } = context;
  const used = usedLevers(context, found);
  const others = result.packages.filter((one) => one !== found);
  const share = (one: FoundPackage, i: number): number => {
    const { min, max } = question.levers[i]!;
    return max > min ? (one.levels[i]! - min) / (max - min) : 0;
  };
  const lean = (i: number): number => share(found, i) - others.reduce((sum, one) => sum + share(one, i), 0) / Math.max(1, others.length);
  const byShare = used.toSorted((a, b) => share(found, b) - share(found, a));
  const leads = used.toSorted((a, b) => lean(b) - lean(a));
  const lead = leads.find((i) => !taken.has(i)) ?? leads[0];
  if (lead !== undefined) taken.add(lead);
  const more = byShare.length - MOST_LINES;
  return {
    number: index + 1,
    name: lead === undefined ? "No lever needed" : others.length === 0 ? `Package ${index + 1}` : nameOf(lead),
    value: bestText(found.claim.value, context),
    cost: costText(found.claim.cost, context),
    levers: byShare.slice(0, MOST_LINES).map((i) => {
      const lever = dataset.levers.find(({ id }) => id === question.levers[i]!.setting.lever)!;
      const { start } = question.levers[i]!.setting;
      return `${nameOf(i)} ${leverValueText(lever, found.levels[i]!)}${start === lever.defaultStart ? "" : ` from ${monthText(start)}`}`;
    }),
    more: more > 0 ? `and ${more} more ${more === 1 ? "lever" : "levers"}` : "",
    notes: notesOf(context, found.claim),
  };
}

const usedLevers = ({ dataset, question }: Context, { levels }: FoundPackage): readonly number[] =>
  question.levers.flatMap(({ setting }, i) => (levels[i] === dataset.levers.find(({ id }) => id === setting.lever)?.default ? [] : [i]));

function notesOf({ dataset, question }: Context, { loss, worstWorld }: Claim): string {
  const { worlds, stress } = question;
  return [
    ...(worlds.length > 1 ? [`worst in ${worldName(dataset, worlds[worstWorld]!)}`] : []),
    ...(stress === null ? [] : [`${lossText(loss, lossScale(dataset))} lost in “${stress.name}”`]),
  ].join(" · ");
}

/** "40% in 2040 for $3.3 bn/yr, at worst in High demand" */
export function claimText(dataset: Dataset, question: FindQuestion, result: FindResult, claim: Claim): string {
  const context = contextOf(dataset, question, result);
  const notes = notesOf(context, claim);
  return `${bestText(claim.value, context)} in ${question.year} for ${costText(claim.cost, context)}${notes === "" ? "" : `, ${notes}`}`;
}

/** Bit for bit. */
export const sameClaim = (a: Claim, b: Claim): boolean =>
  Object.is(a.value, b.value) && Object.is(a.cost, b.cost) && Object.is(a.loss, b.loss) && a.worstWorld === b.worstWorld;

/** The package as a scenario: in the first of its worlds, with the target and, per year, the budget that it was found for. */
export function documentOf(question: FindQuestion, { scenario }: FoundPackage): ScenarioDocument {
  const { outcome, target, year, budget, costBasis, worlds } = question;
  const indicator = outcome.indicator === outcomeOfTarget({ indicator: "dependence", mineral: null }).indicator ? "dependence" : outcome.indicator;
  const world = worlds.length === 1 ? worlds[0]! : null;
  const { own_world: _own, ...inputs } = scenario.inputs;
  return {
    inputs: world === null ? scenario.inputs : { ...inputs, ...world },
    assumptions: scenario.assumptions,
    target: outcome.stage === null ? { indicator, mineral: outcome.mineral, value: target, year } : null,
    budget: costBasis === "per-year" ? budget : null,
  };
}
