/** `planner nir`: net import reliance recomputed from a table of published figures. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type NirTable, recomputeNir } from "../../shared/dataset/nir-table.ts";
import { problemText } from "../../shared/errors/error-text.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import { tableOf } from "../dataset/table-of-csv.ts";
import { isSystemError, systemReason } from "../files/write-atomic.ts";
import { type Command, errorLines, exitCode, readArguments, refuse } from "./command.ts";
import { textTable } from "./text-table.ts";

const help = `planner nir --table FILE.csv [--json]

Recomputes net import reliance for each row: 100 x (apparent consumption - production) / apparent consumption,
and from trade where the table gives it (for information). Percentages of apparent consumption; differences in points.

  --table FILE.csv  columns mineral, form, year, production, apparent_consumption, published_nir_pct, max_rounding_error_pct; others may stand beside them
  --json            the same for machines

The last line counts the rows that agree within rounding. A disagreement is a finding (exit 0); a malformed row is named and passed over (exit 1).
`;

export const nirCommand: Command = {
  help,
  run: (args, terminal) => {
    const parsed = readArguments("nir", args, { table: { type: "string" }, json: { type: "boolean" } }, 0);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const table = readTable(parsed.value.values.table);
    if (!table.ok) return refuse(terminal, table.error);
    const { rows, problems } = table.value;
    if (parsed.value.values.json === true) {
      const agree = rows.filter((row) => row.agrees).length;
      terminal.out(`${JSON.stringify({ rows, problems, agree, of: rows.length }, null, 1)}\n`);
    } else terminal.out(tableText(table.value));
    for (const problem of problems) terminal.err(problemText(problem));
    return problems.length > 0 ? exitCode.finding : exitCode.done;
  },
};

function readTable(path: string | undefined): Result<NirTable, string> {
  if (path === undefined) return err("nir: --table FILE.csv is missing.");
  const file = basename(path);
  try {
    const table = recomputeNir(tableOf(file, new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path))));
    return table.ok ? ok(table.value) : err(table.error.map(problemText).join("\n"));
  } catch (error) {
    if (error instanceof TypeError) return err(errorLines({ code: "file-unreadable", file, reason: "it is not UTF-8 text" }));
    if (isSystemError(error)) return err(errorLines({ code: "file-unreadable", file, reason: systemReason(error) }));
    throw error;
  }
}

function tableText({ rows }: NirTable): string {
  const header = ["mineral", "form", "year", "published %", "computed %", "difference", "bound", "from trade %", "within rounding", "quality"];
  const text = textTable(
    header,
    ["left", "left", "right", "right", "right", "right", "right", "right", "left", "left"],
    rows.map((row) => [
      row.mineral,
      row.form,
      String(row.year),
      String(row.publishedPct),
      row.computedPct.toFixed(2),
      signed(row.differencePoints),
      row.boundPoints.toFixed(2),
      row.fromTradePct === null ? "" : row.fromTradePct.toFixed(2),
      row.agrees ? "yes" : "no",
      qualityText(row.quality),
    ]),
  );
  return `${text}${rows.filter((row) => row.agrees).length} of ${rows.length} agree within rounding\n`;
}

const signed = (value: number): string => {
  const text = value.toFixed(2);
  return Number(text) === 0 ? "0.00" : value > 0 ? `+${text}` : text;
};

/** The letter of the grade; B to D are fit for history only. */
function qualityText(quality: string): string {
  const letter = quality.charAt(0);
  return /[BCD]/.test(letter) ? `${letter} (history only)` : letter;
}
