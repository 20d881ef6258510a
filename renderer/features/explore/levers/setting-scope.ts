/** Whom a lever setting is for, and the setting that a lever begins with. */
import type { Dataset, Lever } from "../../../../shared/dataset/dataset.ts";
import { capitalised, inSentence, listText, shortName } from "../../../../shared/format/words.ts";
import type { LeverSetting } from "../../../../shared/scenario/scenario.ts";
import { allyPartners, supplierName } from "./ally-partners.ts";

/** What the row of the list makes with its first change. */
export function freshSetting(dataset: Dataset, lever: Lever, needsPartner: boolean): LeverSetting {
  const plain: LeverSetting = { lever: lever.id, value: lever.default, start: lever.defaultStart, ramp: lever.defaultRampMonths, minerals: "all" };
  const partner = needsPartner ? allyPartners(dataset)[0]?.iso3 : undefined;
  return partner === undefined ? plain : { ...plain, partner };
}

/** "All minerals", "Australia: Rare earths and cobalt" */
export function whomText(dataset: Dataset, setting: LeverSetting): string {
  const minerals =
    setting.minerals === "all"
      ? "All minerals"
      : capitalised(listText(setting.minerals.map((id) => inSentence(shortName(dataset.minerals.find((mineral) => mineral.id === id)?.name ?? id)))));
  return setting.partner === undefined ? minerals : `${supplierName(dataset, setting.partner)}: ${minerals}`;
}
