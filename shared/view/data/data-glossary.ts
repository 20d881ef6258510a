/** The terms of art that screens use: what they mean here, and where the standard definition stands if there is one. */
import type { Dataset } from "../../dataset/dataset.ts";
import { grades } from "../../dataset/grade.ts";
import { COST_YEARS } from "../../indicator/headline-cost.ts";
import { gradeMeanings, gradeWord } from "./data-grade.ts";

export interface Term {
  readonly term: string;
  readonly text: string;
  /** Who defines it, and in which words where this program counts otherwise; "" = a term of this program or of plain speech. */
  readonly standard: string;
}

const USGS = "USGS, Mineral Commodity Summaries";
const RECYCLING_RATES = "UNEP International Resource Panel, Recycling Rates of Metals (2011)";

type Row = readonly [term: string, text: string, standard?: string];

const TERMS: readonly Row[] = [
  // What is measured
  [
    "Import dependence",
    "The headline: share of need met from abroad, all stages by value, in normal conditions. A stage that exports counts as 0.",
    "None: each source defines its own. Published figures are net import reliance, which the history check holds against.",
  ],
  ["Composite", "Import dependence of all minerals in one figure: their plain mean, or the mean weighted by the value of base-year demand."],
  ["Exposure", "Share of a stage's need, at reference prices, that is neither made nor recycled at home. Negative for a net exporter."],
  [
    "Net import reliance",
    "Imports less exports, adjusted for changes of commercial and government stocks, as a share of apparent consumption. It falls in an embargo, because consumption does; exposure does not.",
    USGS,
  ],
  [
    "Apparent consumption",
    "Production, recycled supply and imports, less exports and what goes into stocks.",
    `${USGS}: secondary production counts there as far as it comes from old scrap and is published for the mineral.`,
  ],
  ["Chain-origin dependence", "Share of need at processing that does not come from the country's own mines and scrap. It shows what support for mines does."],
  ["Exporter", "A stage whose need at home is at most 2% of its output: its exposure has no value, and it counts as not dependent."],
  [
    "Concentration (HHI)",
    "Sum of the squared shares of the suppliers, times 10,000: 10,000 is one supplier, 2,500 four equal ones.",
    "Herfindahl–Hirschman index. The EU method for critical raw materials weights the shares by the quality of governance; here they are not weighted.",
  ],
  [
    "Top supplier, share of demand",
    "What the largest supplier sends, as a share of what is asked for at the stage.",
    "Regulation (EU) 2024/1252, Article 5: by 2030 no more than 65% of yearly consumption of a strategic raw material at any stage of processing from one third country.",
  ],
  ["Cover", "Days for which commercial stocks and the government reserve would serve December's demand."],
  ["Lead time", "Mean time from application to full output: permits, construction and ramp-up."],
  ["Emissions, CO2e", "Greenhouse gases counted as carbon dioxide; the intensities and what they include are those of the dataset's sources."],
  // Material
  ["Content", "Masses are tonnes of the element or compound that the dataset names for the mineral, not gross weight."],
  ["Demand", "What users at home ask for at a stage. Demand at reference prices is what they would ask for without premium or wedge."],
  ["Need", "Demand of users and feed of the next stage together."],
  ["Feed", "What plants of one stage take in from the stage before."],
  ["Unmet demand", "What can neither be made, imported nor taken from stocks. Defense uses are served first, then essential civil uses."],
  ["Total demand loss", "Unmet demand and demand given up because of high prices together, as a share of need: the headline in a disruption."],
  ["Stage", "A step of the chain, such as mining, processing or magnets. Each stage has its own need, plants and suppliers."],
  ["Bottleneck", "The stage that covers least of its need at home. A stage that needs less than 1% of the largest one's value is called tiny and never is it."],
  ["Yield", "Tonnes that a stage makes of a tonne of feed."],
  ["In-use stock", "Content of products that are in use at home; it comes back when they reach the end of their life."],
  ["Old scrap", "Content of products that have reached the end of their life. Scrap of manufacture is not counted.", USGS],
  ["Collection rate", "Share of end-of-life content that is collected for recycling.", `${RECYCLING_RATES}: old scrap collection rate`],
  ["Recovery yield", "Share of processed scrap that comes back as usable material.", `${RECYCLING_RATES}: recycling process efficiency rate`],
  [
    "End-of-life recycling rate",
    "Recycled content as a share of the content that reaches its end of life in the year.",
    `${RECYCLING_RATES}: EOL-RR. Scrap that waited for a plant counts in the year in which it is processed.`,
  ],
  [
    "Recycling input rate",
    "Recycled content of old scrap as a share of all supply at processing: made, recycled and imported.",
    "European Commission, method for the list of critical raw materials (2017): EOL-RIR, the share of old scrap in all input of raw material.",
  ],
  // Prices and money
  ["Premium", "Index of tightness in a disruption; 1 is normal. It multiplies the price abroad and is not a price forecast."],
  ["Wedge", "What tariffs and transparency rules add to the price that buyers see."],
  ["Elasticity", "How many percent demand or supply changes when the price changes by one percent."],
  ["Margin", "Price that a plant gets over its unit cost, less 1."],
  ["Offtake", "A promise to buy a plant's output, so that it runs also where the market alone would not keep it running."],
  ["Status quo", "No lever differs from today's policy. It is not no policy."],
  ["Discounted cost", "Cost of all months up to a year, later ones counted less by the dataset's yearly rate. Only the sum is discounted."],
  ["Real prices", "Money of one year throughout: inflation is left out."],
  // Choices
  ["World", "What policy cannot set: demand outlook and prices abroad. A disruption is added to a world."],
  [
    "Disruption",
    "Supply that fails for some months: from named countries to this one (targeted), from them to everybody (global), or of plants at home (outage).",
  ],
  ["Severity", "Share of the supply that a disruption cuts at its height; what leaks through is taken off."],
  ["Lever", "What policy can set, with a start and a ramp."],
  ["Ramp", "Months in which a lever or a new plant grows to its full strength."],
  ["Partner", "A supplier country that counts as an ally in the dataset; only such countries can be financed."],
  ["Assumption", "A number of the dataset that a scenario replaces by its own."],
  ["Outcome year", "The year in which the large number, the cards and the comparison are read."],
  ["Revision", "A saved state of a scenario with its result; revisions are never changed."],
  [
    "Data vintage",
    "Label of the dataset and a checksum over all numbers that the model reads. Two results with the same vintage and model version are comparable.",
  ],
  // Analyses
  [
    "Order-free share",
    "What a lever adds to the change from status quo, averaged over all orders in which the levers could be added.",
    "Shapley value (Shapley 1953)",
  ],
  ["Interaction", "What levers do together beyond what each does alone."],
  ["Run", "One pass of the model through all months. In a study of uncertainty each run draws its own numbers, the same for every scenario."],
  [
    "Band",
    "Between which values the middle half, or nine of ten, of all runs lie. Numbers are drawn between their recorded low and high, the value in use being most likely; how far the true model differs is not in it.",
  ],
  ["Chance", "Share of runs in which something holds. It speaks of the numbers that were drawn, not of events."],
  ["Standard error", "How far a figure from a limited number of runs is likely to lie from that of endless runs."],
  ["Rank correlation", "From −1 to 1: whether an outcome rises or falls with a number over all runs, whatever the shape.", "Spearman (1904)"],
  ["Swing", "Change of an outcome when one number goes from its low to its high and the others stay."],
  ["Seed", "The number from which the random draws follow: the same seed gives the same runs."],
  ["Switching value", "The value of one number, all others equal, at which a conclusion turns round."],
  [
    "Regret",
    "How much worse a scenario does in a world than the best of those compared there. The largest one says how wrong the choice can go.",
    "Savage (1951)",
  ],
  ["Package", "A set of lever settings that a search found."],
  ["Frontier", "Packages that no other found one beats in both outcome and cost.", "Pareto efficiency"],
  ["Must-do lever", "A lever that is in every package, and without which the search found none near the cheapest."],
  ["Robust", "A package that meets its target in every world that was asked for."],
];

/** In the order of the alphabet. */
export function glossaryTerms({ currency }: Pick<Dataset, "currency">): readonly Term[] {
  const rows: readonly Row[] = [
    ...TERMS,
    [
      "Public cost",
      `What all levers cost the public; tariff revenue is not set off. The headline is the mean of ${COST_YEARS.first} to ${COST_YEARS.last}, not discounted, in prices of ${currency.real}.`,
    ],
    ...grades.map((grade): Row => [`Grade: ${gradeWord(grade)}`, gradeMeanings[grade]]),
  ];
  return rows.map(([term, text, standard = ""]) => ({ term, text, standard })).toSorted((a, b) => a.term.localeCompare(b.term, "en"));
}
