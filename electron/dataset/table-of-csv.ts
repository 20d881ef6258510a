/** CSV text to a table whose rows carry the line numbers that an editor shows, also after cells that hold line breaks. */
import Papa from "papaparse";
import type { Table, TableRow } from "../../shared/dataset/table.ts";
import type { InputProblem } from "../../shared/errors/app-error.ts";

const BYTE_ORDER_MARK = "\ufeff";

/** `file` is the name under which problems are reported. Blank lines are passed over. */
export function tableOf(file: string, text: string): Table {
  const lines = (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const rows: TableRow[] = [];
  const problems: InputProblem[] = [];
  let start = 0;
  let line = 1;
  Papa.parse<string[]>(lines, {
    delimiter: ",",
    newline: "\n",
    step: ({ data, errors, meta }) => {
      for (const error of errors)
        problems.push({ file, row: line, column: null, wrong: error.message.toLowerCase(), right: "check the quotation marks of this row" });
      if (data.length > 1 || data[0]?.trim() !== "") rows.push({ line, cells: data });
      line += lineBreaks(lines, start, meta.cursor);
      start = meta.cursor;
    },
  });
  const [header, ...body] = rows;
  if (header === undefined) problems.push({ file, row: 1, column: null, wrong: "the file is empty", right: "write the header row and the rows below it" });
  return { file, columns: header?.cells.map((name) => name.trim()) ?? [], rows: body, problems };
}

function lineBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
