/** Reads published-reliance.csv, which a dataset may have: published net import reliance by year, for the years before the model's first. */
import type { PublishedReliance } from "./dataset.ts";
import { type DatasetFiles, noteTwice, optionalFiles } from "./dataset-files.ts";
import { grades } from "./grade.ts";
import { mineralIds, type References } from "./references.ts";

const BOUNDS = ["", "above", "below"] as const;
/** The latest base year that a dataset may have. */
const LATEST_YEAR = 2200;
/** Far below what a net exporter could be given as. */
const LEAST_PCT = -10_000;

export function checkPublished(files: DatasetFiles, references: References): readonly PublishedReliance[] {
  const seen = new Map<string, number>();
  return files.optionalRows(optionalFiles.publishedReliance).flatMap((row): readonly PublishedReliance[] => {
    const mineral = row.choice("mineral", mineralIds(references), "mineral");
    const year = row.number("year", { min: 1900, max: references.baseYear ?? LATEST_YEAR, integer: true });
    const published = row.filled("published", "write the figure as it was printed");
    const valuePct = row.optionalNumber("value_pct", { min: LEAST_PCT, max: 100 });
    const bound = row.choice("bound", BOUNDS, "bound");
    const grade = row.choice("grade", grades, "grade");
    if (mineral === null || year === null || published === "" || bound === null || grade === null) return [];
    noteTwice(seen, `${mineral} ${year}`, row, "year", `${mineral} in ${year}`);
    return [{ mineral, year, published, valuePct, bound: bound === "" ? null : bound, grade, source: row.text("source") }];
  });
}
