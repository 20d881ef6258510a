/** What a search found as it leaves the window: packages with their settings and codes, and the roles of the levers. */
import type { FoundPackage } from "../../analysis/find/find.ts";
import { indicatorOf } from "../../analysis/outcome.ts";
import { leverUnit } from "../../format/lever-text.ts";
import { exactNumberText, numberText } from "../../format/number.ts";
import { digitsText } from "../../format/quantity.ts";
import type { DisplayScale } from "../../format/scale.ts";
import type { NamedTable } from "../../format/table-text.ts";
import { countText, listText } from "../../format/words.ts";
import { worldName } from "../../scenario/own-world.ts";
import { scenarioCode } from "../../scenario/scenario-code.ts";
import { costText, type FindContext } from "./find-context.ts";
import type { LeverRole, PackageCard } from "./find-view-types.ts";
import { documentOf } from "./found-document.ts";

const headOf = (name: string, { prefix, suffix }: DisplayScale): string => {
  const unit = `${prefix}${suffix}`.trim();
  return unit === "" ? name : `${name}, ${unit}`;
};

const digits = (value: number, scale: DisplayScale): string => (Number.isFinite(value) ? digitsText(value, scale, scale.fineDecimals) : "");

export function packagesAsTable(context: FindContext, cards: readonly PackageCard[], title: string): NamedTable {
  const { dataset, question, result, scale, money, leverOf, nameOf } = context;
  const { packages } = result;
  const used = question.levers.map((_, i) => i).filter((i) => packages.some(({ levels }) => levels[i] !== leverOf(i).default));
  const worlds = question.worlds.length > 1 ? question.worlds.map((world) => worldName(dataset, world)) : [];
  const outcome = `${indicatorOf(question.outcome).label} in ${question.year}`;
  const isStressed = question.stress !== null;
  const rowOf = (found: FoundPackage, p: number): readonly string[] => [
    `Package ${p + 1}`,
    cards[p]!.name,
    scenarioCode(documentOf(question, found)),
    digits(found.claim.value, scale),
    digits(found.claim.cost, money),
    found.coverDays === null ? "" : numberText(found.coverDays, 0),
    ...(isStressed ? [numberText(found.claim.loss * 100, 2)] : []),
    ...(worlds.length === 0 ? [] : found.inWorlds.map(({ value }) => digits(value, scale))),
    ...used.map((i) => exactNumberText(found.levels[i]!)),
  ];
  return {
    title: "Packages",
    subtitle: title,
    columns: [
      "Package",
      "Leans on",
      "Scenario code",
      headOf(worlds.length === 0 ? outcome : `${outcome}, worst world`, scale),
      headOf("Public cost", money),
      "Lowest cover, days",
      ...(isStressed ? [`Need lost in ${question.stress!.name}, %`] : []),
      ...worlds.map((world) => headOf(world, scale)),
      ...used.map((i) => `${nameOf(i)}, ${unitOf(context, i)}`),
    ],
    rows: packages.map(rowOf),
  };
}

function unitOf({ leverOf }: FindContext, i: number): string {
  const { prefix, suffix } = leverUnit(leverOf(i).unit);
  return `${prefix}${suffix}`.trim();
}

export const rolesAsTable = (roles: readonly LeverRole[], title: string, subtitle: string): NamedTable => ({
  title,
  subtitle,
  columns: ["Lever", "Range", "Packages that use it", "Role", "Without it"],
  rows: roles.map(({ name, range, used, role, without }) => [name, range, `${used.filter(Boolean).length} of ${used.length}`, role ?? "", without]),
});

/** "seed 1, 4,396 packages tried, must hold in Stated policies and Net zero, budget $1 bn/yr, at most 5% lost in …" */
export function howText(context: FindContext): string {
  const { dataset, question, result } = context;
  const { worlds, budget, stress, maxLoss, seed } = question;
  return [
    `seed ${seed}`,
    `${countText(result.counts.packages, "package")} tried`,
    `must hold in ${listText(worlds.map((world) => worldName(dataset, world)))}`,
    ...(budget === null ? [] : [`budget ${costText(budget, context)}`]),
    ...(stress === null ? [] : [`at most ${numberText(maxLoss * 100, 1)}% lost in “${stress.name}”`]),
  ].join(", ");
}
