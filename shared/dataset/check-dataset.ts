/**
 * Turns the tables of a dataset into a checked `Dataset`, or into the list of everything that is wrong with them.
 * There is no half dataset: one problem anywhere and nothing is returned but problems.
 */
import type { InputProblem } from "../errors/app-error.ts";
import { err, ok, type Result } from "../result.ts";
import { checkBaseYear, checkBaseYearChecks } from "./check-base-year.ts";
import { checkEvents, checkProjects } from "./check-events.ts";
import { checkLevers } from "./check-levers.ts";
import { checkManifest } from "./check-manifest.ts";
import { checkMinerals } from "./check-minerals.ts";
import { checkParameters } from "./check-parameters.ts";
import { checkPublished } from "./check-published.ts";
import { checkSuppliers } from "./check-suppliers.ts";
import { checkWorlds } from "./check-worlds.ts";
import { ALL_MINERALS, DatasetFiles, singleFiles } from "./dataset-files.ts";
import type { Dataset } from "./dataset.ts";
import { findParameter } from "./parameter-lookup.ts";
import { ProblemList } from "./problem-list.ts";
import type { DatasetTables, Sha256 } from "./table.ts";
import { vintageOf } from "./vintage.ts";

export function checkDataset(input: DatasetTables, sha256: Sha256): Result<Dataset, readonly InputProblem[]> {
  const problems = new ProblemList();
  const files = new DatasetFiles(input.tables, problems);
  const manifest = checkManifest(input.manifest, problems);
  if (manifest === null) return err(problems.list());
  const minerals = checkMinerals(files, manifest, problems);
  // Every other table refers to these ids; without them each of its rows would be called wrong.
  if (minerals.length === 0 || problems.names(singleFiles.minerals.file)) return err(problems.list());
  const suppliers = checkSuppliers(files, manifest.home, minerals, problems);
  const parameters = checkParameters(files, manifest, minerals, problems);
  const publicShare = findParameter(parameters, ALL_MINERALS, "", "ppp_phi")?.value ?? null;
  const checked: Omit<Dataset, "vintage"> = {
    ...manifest,
    ...checkWorlds(files, manifest, minerals, problems),
    minerals,
    baseYearValues: checkBaseYear(files, minerals, problems),
    baseYearChecks: checkBaseYearChecks(files, minerals),
    publishedReliance: checkPublished(files, minerals, manifest.baseYear),
    suppliers,
    parameters,
    levers: checkLevers(files, publicShare, problems),
    events: checkEvents(files, manifest, minerals, suppliers),
    projects: checkProjects(files, minerals),
  };
  return problems.isEmpty ? ok({ ...checked, vintage: vintageOf(checked, sha256) }) : err(problems.list());
}
