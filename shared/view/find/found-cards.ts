/** The packages as cards: what each leans on, what it reaches and costs, its levers, first those that tell it from the others. */
import type { FoundPackage } from "../../analysis/find/find.ts";
import { leverValueText } from "../../format/lever-text.ts";
import { numberText } from "../../format/number.ts";
import { monthText } from "../../format/words.ts";
import { worldName } from "../../scenario/own-world.ts";
import { bestText, claimNotes, costText, type FindContext } from "./find-context.ts";
import { eachWorldText, homeWorld } from "./found-document.ts";
import type { PackageCard } from "./find-view-types.ts";

const MOST_LINES = 3;

/** Each is named after what it leans on most against the others, no two alike while there are levers enough. */
export function foundCards(context: FindContext): readonly PackageCard[] {
  const taken = new Set<number>();
  return context.result.packages.map((one, i) => card(context, one, i, taken));
}

function card(context: FindContext, found: FoundPackage, index: number, taken: Set<number>): PackageCard {
  const { question, result, nameOf } = context;
  const used = usedLevers(context, found);
  const others = result.packages.filter((one) => one !== found);
  const share = (one: FoundPackage, i: number): number => {
    const { min, max } = question.levers[i]!;
    return max > min ? (one.levels[i]! - min) / (max - min) : 0;
  };
  const lean = (i: number): number => share(found, i) - others.reduce((sum, one) => sum + share(one, i), 0) / Math.max(1, others.length);
  const leads = used.toSorted((a, b) => lean(b) - lean(a) || share(found, b) - share(found, a));
  const lines = leads.map((i) => line(context, found, i));
  const lead = leads.find((i) => !taken.has(i)) ?? leads[0];
  if (lead !== undefined) taken.add(lead);
  const more = lines.length - MOST_LINES;
  const cover = found.coverDays === null ? [] : [`${numberText(found.coverDays, 0)} days’ cover`];
  return {
    number: index + 1,
    name: lead === undefined ? "No lever needed" : others.length === 0 ? `Package ${index + 1}` : nameOf(lead),
    value: bestText(found.claim.value, context),
    cost: costText(found.claim.cost, context),
    levers: lines.slice(0, MOST_LINES),
    more: more > 0 ? `and ${more} more ${more === 1 ? "lever" : "levers"}` : "",
    allLevers: lines.join("\n"),
    notes: [...cover, ...claimNotes(context, found.claim)].join(" · "),
    home: homeText(context, found),
    eachWorld: eachWorldText(context, found.inWorlds),
  };
}

function homeText(context: FindContext, { inWorlds }: FoundPackage): string {
  const { dataset, question } = context;
  if (inWorlds.length < 2) return "";
  const home = homeWorld(question);
  return `As a scenario in ${worldName(dataset, question.worlds[home]!)}: ${bestText(inWorlds[home]!.value, context)}`;
}

function line({ question, leverOf, nameOf }: FindContext, { levels }: FoundPackage, i: number): string {
  const { start } = question.levers[i]!.setting;
  const lever = leverOf(i);
  return `${nameOf(i)} ${leverValueText(lever, levels[i]!)}${start === lever.defaultStart ? "" : ` from ${monthText(start)}`}`;
}

const usedLevers = ({ question, leverOf }: FindContext, { levels }: FoundPackage): readonly number[] =>
  question.levers.flatMap((_, i) => (levels[i] === leverOf(i).default ? [] : [i]));
