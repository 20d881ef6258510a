/** Reads levers.csv: the range, words and dates of everything that policy can set. */
import type { Lever, LeverBand } from "./dataset.ts";
import { type DatasetFiles, noteTwice, singleFiles } from "./dataset-files.ts";
import { engineLevers } from "../lever/lever-catalogue.ts";
import type { ProblemList } from "./problem-list.ts";
import { parseNumber, type RowReader } from "./row-reader.ts";

/** The lever whose status quo is a parameter (in percent) and not zero. */
const PUBLIC_SHARE = "ppp_public_share";
const MAX_VALUE = 1e9;

/** `publicShare` is the parameter ppp_phi: what the public-share lever says in the status quo; null = it could not be read. */
export function checkLevers(files: DatasetFiles, publicShare: number | null, problems: ProblemList): readonly Lever[] {
  const { file } = singleFiles.levers;
  const before = problems.count;
  const seen = new Map<string, number>();
  const levers = files.rows(singleFiles.levers).flatMap((row) => {
    const lever = readLever(row, publicShare);
    if (lever !== null) noteTwice(seen, lever.id, row, "id", `lever ${lever.id}`);
    return lever === null ? [] : [lever];
  });
  if (problems.count === before) {
    for (const id of engineLevers) {
      if (!seen.has(id)) problems.file(file, `the lever ${id} is missing`, "add its row; the model knows it");
    }
  }
  return levers;
}

function readLever(row: RowReader, publicShare: number | null): Lever | null {
  const id = row.choice("id", engineLevers, "lever");
  const min = row.number("min", { min: 0, max: MAX_VALUE });
  const max = row.number("max", { min: 0, max: MAX_VALUE });
  const step = row.number("step", { min: 0, above: true, max: MAX_VALUE });
  const statusQuo = row.number("default", { min: 0, max: MAX_VALUE });
  const defaultRampMonths = row.number("default_ramp_months", { min: 0, max: 600, integer: true });
  const defaultStart = row.month("default_start");
  const group = row.filled("group", "name the group it stands in");
  const name = row.filled("name", "write the name shown on screen");
  const unit = row.filled("unit", "write the unit");
  if (id === null || min === null || max === null || step === null || statusQuo === null || defaultRampMonths === null || defaultStart === null) return null;
  if (min >= max) row.problem("max", `${max} is not above the minimum ${min}`, "write a larger maximum");
  else if (step > max - min) row.problem("step", `${step} is wider than the whole range`, `write a step of at most ${max - min}`);
  if (statusQuo < min || statusQuo > max) row.problem("default", `${statusQuo} lies outside ${min} to ${max}`, "write a default between minimum and maximum");
  const expected = id === PUBLIC_SHARE ? publicShare && publicShare * 100 : 0;
  if (expected !== null && Math.abs(statusQuo - expected) > 1e-9) {
    row.problem(
      "default",
      `${statusQuo} is not the status quo`,
      `write ${expected}${id === PUBLIC_SHARE ? " (the parameter ppp_phi in percent)" : ": no policy"}`,
    );
  }
  const bands = readBands(row, min, max);
  if (bands === null) return null;
  return {
    id,
    group,
    name,
    unit,
    min,
    max,
    step,
    default: statusQuo,
    bands,
    defaultStart,
    defaultRampMonths,
    represents: row.text("represents"),
    policyPrecedent: row.text("policy_precedent"),
    costRule: row.text("cost_rule"),
    equation: row.text("equation"),
    subSettings: row.text("sub_settings"),
  };
}

const BANDS_RIGHT = "write word:value joined by |, rising from the minimum to the maximum, such as none:0|small:30|large:365";

/** "none:0|small:30|…": each word holds up to and including its value; the last one reaches the maximum. */
function readBands(row: RowReader, min: number, max: number): readonly LeverBand[] | null {
  const bands: LeverBand[] = [];
  for (const part of row.cell("bands").split("|")) {
    const colon = part.lastIndexOf(":");
    const word = part.slice(0, Math.max(0, colon)).trim();
    const upTo = parseNumber(part.slice(colon + 1).trim());
    const last = bands.at(-1);
    if (word === "" || upTo === null || upTo < min || upTo > max || (last !== undefined && upTo <= last.upTo)) {
      row.problem("bands", `"${part}" does not fit`, BANDS_RIGHT);
      return null;
    }
    bands.push({ word, upTo });
  }
  if (bands.at(-1)?.upTo !== max) {
    row.problem("bands", `the last band ends at ${bands.at(-1)?.upTo}, not at the maximum ${max}`, BANDS_RIGHT);
    return null;
  }
  return bands;
}
