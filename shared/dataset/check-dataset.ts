/**
 * Turns the tables of a dataset into a checked `Dataset`, or into the list of everything that is wrong with them.
 * There is no half dataset: one problem anywhere and nothing is returned but problems. Every file is checked as far as what it refers to could be read.
 */
import type { InputProblem } from "../errors/app-error.ts";
import { err, ok, type Result } from "../result.ts";
import { checkBaseYear, checkBaseYearChecks } from "./check-base-year.ts";
import { checkEvents, checkProjects } from "./check-events.ts";
import { checkLevers } from "./check-levers.ts";
import { checkManifest, type Manifest } from "./check-manifest.ts";
import { checkMinerals } from "./check-minerals.ts";
import { checkParameters } from "./check-parameters.ts";
import { checkPublished } from "./check-published.ts";
import { checkSuppliers } from "./check-suppliers.ts";
import { checkWorlds } from "./check-worlds.ts";
import { ALL_MINERALS, DatasetFiles } from "./dataset-files.ts";
import type { Dataset } from "./dataset.ts";
import { findParameter } from "./parameter-lookup.ts";
import { ProblemList } from "./problem-list.ts";
import type { DatasetTables, Sha256 } from "./table.ts";
import { vintageOf } from "./vintage.ts";

export function checkDataset(input: DatasetTables, sha256: Sha256): Result<Dataset, readonly InputProblem[]> {
  const problems = new ProblemList();
  const files = new DatasetFiles(input.tables, problems);
  const { manifest, references: ofManifest } = checkManifest(input.manifest, problems);
  // A folder without any of them is no dataset; that its tables are missing too says nothing more.
  if (manifest === null && input.tables.length === 0) return err(problems.list());
  const { minerals, references } = checkMinerals(files, ofManifest, problems);
  const before = problems.count;
  const suppliers = checkSuppliers(files, references, problems);
  const areSuppliersWhole = problems.count === before;
  const parameters = checkParameters(files, references, problems);
  const publicShare = findParameter(parameters, ALL_MINERALS, "", "ppp_phi")?.value ?? null;
  const tables: Omit<Dataset, "vintage" | keyof Manifest> = {
    ...checkWorlds(files, references, problems),
    minerals,
    baseYearValues: checkBaseYear(files, references, problems),
    baseYearChecks: checkBaseYearChecks(files, references),
    publishedReliance: checkPublished(files, references),
    suppliers,
    parameters,
    levers: checkLevers(files, publicShare, problems),
    events: checkEvents(files, references, areSuppliersWhole ? suppliers : null),
    projects: checkProjects(files, references),
  };
  if (manifest === null || !problems.isEmpty) return err(problems.list());
  const checked = { ...manifest, ...tables };
  return ok({ ...checked, vintage: vintageOf(checked, sha256) });
}
