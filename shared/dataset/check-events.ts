/** Reads events.csv (disruptions that can be switched on) and projects.csv (plants that are already under way). */
import { chainStages } from "./chain-stages.ts";
import { ID, ISO3 } from "./codes.ts";
import type { EventPreset, Project, Supplier } from "./dataset.ts";
import { type DatasetFiles, noteTwice, singleFiles } from "./dataset-files.ts";
import { DOMESTIC } from "./engine-keys.ts";
import { mineralIds, stagesOfMineral, type References } from "./references.ts";
import { parseWorldShare } from "./world-share.ts";
import { oneOf, type RowReader } from "./row-reader.ts";

const EVERYTHING = "*";
const eventScopes = ["targeted", "global", "outage"] as const;
const projectStates = ["ramp", "construction", "permitting"] as const;
const share = { min: 0, max: 1 };

/** `suppliers`: null where they could not all be read. */
export function checkEvents(files: DatasetFiles, references: References, suppliers: readonly Supplier[] | null): readonly EventPreset[] {
  const seen = new Map<string, number>();
  const ids = mineralIds(references);
  const stageIds = references.stages && chainStages(references.stages).map((s) => s.id);
  return files.rows(singleFiles.events).flatMap((row) => {
    const id = readId(row, seen, "event");
    const inMinerals = idsOrAll(row, "minerals", ids, "mineral");
    const inStages = idsOrAll(row, "stages", stageIds, "stage");
    const scope = row.choice("scope", eventScopes, "scope");
    const hit = scope === "outage" ? row.choice("suppliers", [DOMESTIC], "supplier of an outage") : readSuppliers(row);
    const severity = row.number("severity", share);
    const durationMonths = row.number("duration_months", { min: 1, max: 600, integer: true });
    const rampInMonths = row.number("ramp_in_months", { min: 1, max: 600, integer: true });
    const recoveryMonths = row.number("recovery_months", { min: 0, max: 600 });
    const leak = row.optionalNumber("leak", share);
    const worldShare = readWorldShare(row, ids);
    const name = row.filled("name", "write the name shown on screen");
    if (id === null || inMinerals === null || inStages === null || scope === null || hit === null || severity === null) return [];
    if (durationMonths === null || rampInMonths === null || recoveryMonths === null || worldShare === null) return [];
    const hitsSomebody = suppliers === null || suppliers.some((s) => covers(hit, s.iso3) && covers(inMinerals, s.mineral) && covers(inStages, s.stage));
    // A global event also works through the world's loss alone.
    if (hit !== DOMESTIC && !hitsSomebody && Object.keys(worldShare).length === 0) {
      row.problem(
        "suppliers",
        `${hit} supplies none of ${inMinerals} at ${inStages}`,
        "name a supplier that stands in suppliers/ there, * for all, or give a world_share",
      );
    }
    const source = row.text("source");
    return [
      {
        id,
        name,
        minerals: inMinerals,
        stages: inStages,
        suppliers: hit,
        scope,
        severity,
        durationMonths,
        rampInMonths,
        recoveryMonths,
        worldShare,
        leak,
        source,
      },
    ];
  });
}

export function checkProjects(files: DatasetFiles, references: References): readonly Project[] {
  const seen = new Map<string, number>();
  return files.rows(singleFiles.projects).flatMap((row) => {
    const id = readId(row, seen, "project");
    const mineral = row.choice("mineral", mineralIds(references), "mineral");
    const stage = row.choice("stage", stagesOfMineral(references, mineral), "stage of this mineral");
    const capacityTPerYr = row.number("capacity_t_per_yr", { min: 0, above: true, max: 1e12 });
    const month = row.month("month");
    const enters = row.choice("enters", projectStates, "state");
    const realisation = row.number("realisation", share);
    const name = row.filled("name", "write the name shown on screen");
    if (id === null || mineral === null || stage === null || capacityTPerYr === null || month === null || enters === null || realisation === null) return [];
    return [{ id, name, mineral, stage, capacityTPerYr, month, enters, realisation, source: row.text("source") }];
  });
}

function readId(row: RowReader, seen: Map<string, number>, what: string): string | null {
  const id = row.cell("id");
  if (!ID.test(id)) {
    row.problem("id", id === "" ? "the cell is empty" : `"${id}" cannot be an id`, "write letters, digits, _ and -, beginning with a letter");
    return null;
  }
  noteTwice(seen, id, row, "id", `${what} ${id}`);
  return id;
}

function idsOrAll(row: RowReader, column: string, allowed: readonly string[] | null, what: string): string | null {
  if (row.cell(column) === EVERYTHING) return EVERYTHING;
  return row.list(column, allowed, what)?.join("|") ?? null;
}

/** Codes joined by "|". A code without a row of its own is part of the unnamed rest and is simply not hit. */
function readSuppliers(row: RowReader): string | null {
  const text = row.cell("suppliers");
  if (text === EVERYTHING || text.split("|").every((iso3) => ISO3.test(iso3))) return text;
  row.problem(
    "suppliers",
    text === "" ? "the cell is empty" : `"${text}" is not a list of country codes`,
    "write codes of three capital letters joined by |, or * for all",
  );
  return null;
}

const covers = (list: string, id: string): boolean => list === EVERYTHING || list.split("|").includes(id);

function readWorldShare(row: RowReader, minerals: readonly string[] | null): Readonly<Record<string, number>> | null {
  const parsed = parseWorldShare(row.cell("world_share"), minerals);
  if (parsed.ok) return parsed.value;
  row.problem(
    "world_share",
    `"${parsed.error}" does not fit`,
    `write mineral:share joined by |, with a share from 0 to 1${minerals === null ? "" : ` and a mineral among ${oneOf(minerals)}`}`,
  );
  return null;
}
