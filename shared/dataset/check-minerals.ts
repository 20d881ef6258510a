/** Reads minerals.csv and end-uses.csv: what is planned for, through which stages, and what for. */
import { chainStages } from "./chain-stages.ts";
import type { EndUse, Mineral } from "./dataset.ts";
import { ALL_MINERALS, type DatasetFiles, GENERAL, noteTwice, SHARED_COST, singleFiles } from "./dataset-files.ts";
import { engineClasses } from "./engine-keys.ts";
import { grades } from "./grade.ts";
import type { ProblemList } from "./problem-list.ts";
import { mineralIds, type ManifestReferences, type MineralReference, type References } from "./references.ts";
import type { RowReader } from "./row-reader.ts";

const ID = /^[a-z][a-z0-9_]*$/;
const reserved = [ALL_MINERALS, GENERAL, SHARED_COST, "constructor"];
/** Shares in percent are added as binary fractions; anything beyond this is a mistake in the file. */
export const SHARE_SUM_TOLERANCE = 1e-6;

/** A row as far as it could be read: what other files may refer to, and the mineral if it is whole. */
interface MineralRow {
  readonly reference: MineralReference | null;
  readonly mineral: Mineral | null;
}

/** Minerals whose row is whole, and what other files may refer to, also of rows that are not. */
export function checkMinerals(
  files: DatasetFiles,
  manifest: ManifestReferences,
  problems: ProblemList,
): { readonly minerals: readonly Mineral[]; readonly references: References } {
  const seen = new Map<string, number>();
  const rows = files.rows(singleFiles.minerals).map((row) => {
    const read = readMineral(row, manifest.stages);
    if (read.reference !== null) noteTwice(seen, read.reference.id, row, "id", `mineral ${read.reference.id}`);
    return read;
  });
  const count = files.countOf(singleFiles.minerals);
  if (count === 0 && !problems.names(singleFiles.minerals.file)) problems.file(singleFiles.minerals.file, "there is no mineral", "write one row per mineral");
  const named = rows.flatMap(({ reference }) => (reference === null ? [] : [reference]));
  const references: References = {
    ...manifest,
    minerals: [...new Map(named.map((one) => [one.id, one])).values()],
    isEveryMineralKnown: count > 0 && named.length === count,
  };
  const endUses = checkEndUses(files, references, problems);
  const minerals = rows.flatMap(({ mineral }) => (mineral === null ? [] : [Object.assign({}, mineral, { endUses: endUses.get(mineral.id) ?? [] })]));
  return { minerals, references };
}

function readMineral(row: RowReader, known: ManifestReferences["stages"]): MineralRow {
  const id = row.filled("id", "write a short id in small letters");
  const isId = ID.test(id) && !reserved.includes(id);
  if (id !== "" && !isId)
    row.problem("id", `"${id}" cannot be an id`, `write small letters, digits and _, beginning with a letter, but not ${reserved.join(", ")}`);
  const symbol = row.filled("symbol", "write one or two characters for the tile");
  if (symbol.length > 2) row.problem("symbol", `"${symbol}" does not fit on the tile`, "write one or two characters");
  const stages = readStages(row, known);
  // Where the chain is not known every stage of the dataset may be one of this mineral.
  const own = stages ?? (known && chainStages(known).map((stage) => stage.id));
  const recyclingStage = row.choice("recycling_stage", own, "stage of this mineral");
  const headlineStage = row.choice("headline_stage", own, "stage of this mineral");
  const publishedBasisStage = row.choice("published_basis_stage", own, "stage of this mineral");
  const publishedBasisKind = row.choice("published_basis_kind", ["stage", "chain"] as const, "kind");
  const publishedCountsSecondary = row.number("published_counts_secondary", { min: 0, max: 1 });
  const name = row.filled("name", "write the name shown on screen");
  const contentUnit = row.filled("content_unit", "write what a tonne is a tonne of");
  const reference = isId ? { id, stages, recyclingStage } : null;
  if (reference === null || stages === null || recyclingStage === null || headlineStage === null || publishedBasisStage === null)
    return { reference, mineral: null };
  if (publishedBasisKind === null || publishedCountsSecondary === null) return { reference, mineral: null };
  const mineral: Mineral = {
    id,
    name,
    symbol,
    contentUnit,
    stages,
    recyclingStage,
    headlineStage,
    publishedBasisStage,
    publishedBasisKind,
    publishedCountsSecondary,
    endUses: [],
  };
  return { reference, mineral };
}

/** Stages of the chain, upstream first; one of them processes, because refined prices, floors and recycled material belong there. */
function readStages(row: RowReader, ofDataset: ManifestReferences["stages"]): readonly string[] | null {
  const chain = ofDataset && chainStages(ofDataset);
  const stages = row.list("stages", chain && chain.map((stage) => stage.id), "stage");
  if (stages === null || chain === null) return stages;
  const known = chain.map((stage) => stage.id);
  const inOrder = known.filter((id) => stages.includes(id));
  if (inOrder.join() !== stages.join()) {
    row.problem("stages", `"${stages.join("|")}" is not in the order of the chain`, `write ${inOrder.join("|")}`);
    return null;
  }
  const processing = chain.find((stage) => stage.role === "processing");
  if (processing !== undefined && !stages.includes(processing.id)) {
    row.problem("stages", "the processing stage is missing", `add ${processing.id}`);
    return null;
  }
  return stages;
}

function checkEndUses(files: DatasetFiles, references: References, problems: ProblemList): ReadonlyMap<string, readonly EndUse[]> {
  const { file } = singleFiles.endUses;
  const byMineral = new Map<string, EndUse[]>(references.minerals.map((mineral) => [mineral.id, []]));
  const seen = new Map<string, number>();
  const before = problems.count;
  const rows = files.rows(singleFiles.endUses);
  for (const row of rows) {
    const mineral = row.choice("mineral", mineralIds(references), "mineral");
    const name = row.filled("end_use", "name the end use");
    const priorityClass = row.choice("priority_class", engineClasses, "priority class");
    const demandSharePct = row.number("demand_share_pct", { min: 0, max: 100 });
    const grade = row.choice("grade", grades, "grade");
    if (mineral === null || priorityClass === null || demandSharePct === null || grade === null) continue;
    noteTwice(seen, `${mineral} ${name}`, row, "end_use", `end use ${name} of ${mineral}`);
    byMineral.get(mineral)?.push({ name, priorityClass, demandSharePct, description: row.text("description"), grade });
  }
  // Sums would only repeat what a broken row already says.
  if (problems.count > before) return byMineral;
  for (const [mineral, endUses] of byMineral) {
    const sum = endUses.reduce((total, use) => total + use.demandSharePct, 0);
    if (Math.abs(sum - 100) > SHARE_SUM_TOLERANCE) {
      problems.add({
        file,
        row: null,
        column: "demand_share_pct",
        wrong: `the shares of ${mineral} add up to ${Number(sum.toFixed(6))}`,
        right: "make them add up to 100",
      });
    }
  }
  return byMineral;
}
