/** Reads minerals.csv and end-uses.csv: what is planned for, through which stages, and what for. */
import { chainStages } from "./chain-stages.ts";
import type { EndUse, Mineral } from "./dataset.ts";
import { ALL_MINERALS, type DatasetFiles, GENERAL, noteTwice, SHARED_COST, singleFiles } from "./dataset-files.ts";
import type { Manifest } from "./check-manifest.ts";
import { grades } from "./grade.ts";
import type { ProblemList } from "./problem-list.ts";
import type { RowReader } from "./row-reader.ts";

const ID = /^[a-z][a-z0-9_]*$/;
const reserved = [ALL_MINERALS, GENERAL, SHARED_COST, "constructor"];
/** Shares in percent are added as binary fractions; anything beyond this is a mistake in the file. */
export const SHARE_SUM_TOLERANCE = 1e-6;

export function checkMinerals(files: DatasetFiles, manifest: Manifest, problems: ProblemList): readonly Mineral[] {
  const seen = new Map<string, number>();
  const rows = files.rows(singleFiles.minerals);
  const minerals = rows.flatMap((row) => {
    const mineral = readMineral(row, manifest);
    if (mineral !== null) noteTwice(seen, mineral.id, row, "id", `mineral ${mineral.id}`);
    return mineral === null ? [] : [mineral];
  });
  if (rows.length === 0 && problems.isEmpty) problems.file(singleFiles.minerals.file, "there is no mineral", "write one row per mineral");
  const endUses = checkEndUses(files, manifest, minerals, problems);
  return minerals.map((mineral) => Object.assign({}, mineral, { endUses: endUses.get(mineral.id) ?? [] }));
}

function readMineral(row: RowReader, manifest: Manifest): Mineral | null {
  const id = row.filled("id", "write a short id in small letters");
  if (id !== "" && (!ID.test(id) || reserved.includes(id))) {
    row.problem("id", `"${id}" cannot be an id`, `write small letters, digits and _, beginning with a letter, but not ${reserved.join(", ")}`);
    return null;
  }
  const symbol = row.filled("symbol", "write one or two characters for the tile");
  if (symbol.length > 2) row.problem("symbol", `"${symbol}" does not fit on the tile`, "write one or two characters");
  const stages = readStages(row, manifest);
  const own = stages ?? [];
  const recyclingStage = row.choice("recycling_stage", own, "stage of this mineral");
  const headlineStage = row.choice("headline_stage", own, "stage of this mineral");
  const publishedBasisStage = row.choice("published_basis_stage", own, "stage of this mineral");
  const publishedBasisKind = row.choice("published_basis_kind", ["stage", "chain"] as const, "kind");
  const publishedCountsSecondary = row.number("published_counts_secondary", { min: 0, max: 1 });
  if (id === "" || stages === null || recyclingStage === null || headlineStage === null || publishedBasisStage === null) return null;
  if (publishedBasisKind === null || publishedCountsSecondary === null) return null;
  return {
    id,
    name: row.filled("name", "write the name shown on screen"),
    symbol,
    contentUnit: row.filled("content_unit", "write what a tonne is a tonne of"),
    stages,
    recyclingStage,
    headlineStage,
    publishedBasisStage,
    publishedBasisKind,
    publishedCountsSecondary,
    endUses: [],
  };
}

/** Stages of the chain, upstream first; one of them processes, because refined prices, floors and recycled material belong there. */
function readStages(row: RowReader, manifest: Manifest): readonly string[] | null {
  const chain = chainStages(manifest.stages);
  const known = chain.map((stage) => stage.id);
  const stages = row.list("stages", known, "stage");
  if (stages === null) return null;
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

function checkEndUses(files: DatasetFiles, manifest: Manifest, minerals: readonly Mineral[], problems: ProblemList): ReadonlyMap<string, readonly EndUse[]> {
  const { file } = singleFiles.endUses;
  const byMineral = new Map<string, EndUse[]>(minerals.map((mineral) => [mineral.id, []]));
  const seen = new Map<string, number>();
  const before = problems.count;
  const rows = files.rows(singleFiles.endUses);
  for (const row of rows) {
    const mineral = row.choice("mineral", [...byMineral.keys()], "mineral");
    const name = row.filled("end_use", "name the end use");
    const priorityClass = row.choice(
      "priority_class",
      manifest.classes.map((c) => c.id),
      "priority class",
    );
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
