/** "Meets the target in 4 of 5 worlds; fails when demand for lithium is above 3.1 times that of 2025 (the 1 failing world and no other)." */
import type { Dataset } from "../../dataset/dataset.ts";
import { allText, inSentence, listText } from "../../format/words.ts";
import { worldName } from "../../scenario/own-world.ts";
import type { Condition, Rule } from "./rule-search.ts";
import type { WorldChoice } from "../world-choice.ts";
import type { WorldRow } from "../worlds.ts";

/** A sentence about one row. Throws without a target. */
export function robustnessText(dataset: Dataset, worlds: readonly WorldChoice[], row: WorldRow): string {
  const { meets, failsWhen } = row;
  if (meets === null) throw new Error("robustness needs a target");
  const missed = worlds.filter((_, w) => !meets[w]);
  const count = worlds.length - missed.length;
  if (missed.length === 0) return `Meets the target in ${allText(worlds.length, "world")}.`;
  if (count === 0) return `Misses the target in ${allText(worlds.length, "world")}.`;
  const where =
    failsWhen === null ? `fails in ${listText(missed.map((world) => inSentence(worldName(dataset, world))))}` : `fails when ${ruleText(dataset, failsWhen)}`;
  return `Meets the target in ${count} of ${worlds.length} worlds; ${where}.`;
}

/** "demand for lithium is above 3.1 times that of 2025 (2 of 3 failing worlds, and 1 other)" */
function ruleText(dataset: Dataset, { conditions, failing, hits, falseAlarms }: Rule): string {
  const hit = hits === failing ? (failing === 1 ? "the failing world" : allText(failing, "failing world")) : `${hits} of ${failing} failing worlds`;
  const others = falseAlarms === 0 ? "no other" : falseAlarms === 1 ? "1 other" : `${falseAlarms} others`;
  return `${conditions.map((condition) => conditionText(dataset, condition)).join(" and ")} (${hit} and ${others})`;
}

function conditionText(dataset: Dataset, { feature, side, threshold }: Condition): string {
  const [index, id] = feature.split("|");
  const mineral = dataset.minerals.find((one) => one.id === id);
  const what = index === "demand" ? "demand" : "the price";
  const ofWhat = mineral ? `${index === "demand" ? "for" : "of"} ${inSentence(mineral.name)}` : "on average over the minerals";
  return `${what} ${ofWhat} is ${side} ${threshold} times that of ${dataset.baseYear}`;
}
