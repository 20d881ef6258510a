/** `planner run`: computes a scenario, from a file or from options, and shows its indicators. */
import { compileModel } from "../../shared/model/compile-model.ts";
import { parameterVector } from "../../shared/model/parameter-vector.ts";
import type { RunResult } from "../../shared/model/run-result.ts";
import { createRun } from "../../shared/model/run.ts";
import { simulate } from "../../shared/model/simulate.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import { problemText } from "../../shared/errors/error-text.ts";
import { resultOfRun } from "../../shared/indicator/result-of-run.ts";
import { err, ok, type Result } from "../../shared/result.ts";
import type { Assumption } from "../../shared/scenario/scenario.ts";
import { readableJson } from "../../shared/scenario/scenario-file-text.ts";
import { namedDataset } from "../dataset/named-dataset.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { listedAssumptions } from "./assumption-list.ts";
import { type Command, errorLines, exitCode, readArguments, refuse } from "./command.ts";
import { resultCsv } from "./run-csv.ts";
import { runReport } from "./run-report.ts";
import { atYears, defaultYears } from "./result-years.ts";
import { type NamedScenario, scenarioAt, scenarioOptions, withOptions } from "./scenario-options.ts";
import { parseYearsOption } from "./set-option.ts";

const help = `planner run [FILE.lodestone] [options]

Computes the scenario of FILE, or the status quo, and shows indicators by mineral and stage.

  --set LEVER=VALUE[,minerals=ree+cobalt][,stages=M+P][,partner=AUS][,countries=CHN+RUS][,eligible=0.5][,phase_out=true][,ramp=24][@2027-01[..2032-01]]
                     a lever's setting; the end month is the first without it. It replaces every setting of that lever in FILE;
                     several --set of one lever stand side by side
  --world ID         the world, in place of FILE's
  --event ID@YYYY-MM a disruption of the dataset, besides FILE's
  --scenario N       which scenario of FILE, where it holds several (1 = the first)
  --years Y,Y,...    years to show; without it tables show four years, JSON and CSV all
  --all              tables with every indicator
  --csv FILE         write year,mineral,stage,indicator,unit,value
  --json             the whole result for machines
  --dataset DIR      another dataset, a folder or a zip file
`;

const options = {
  ...scenarioOptions,
  scenario: { type: "string" },
  years: { type: "string" },
  all: { type: "boolean" },
  csv: { type: "string" },
  json: { type: "boolean" },
  dataset: { type: "string" },
} as const;

export const runCommand: Command = {
  help,
  run: (args, terminal) => {
    const parsed = readArguments("run", args, options, 1);
    if (!parsed.ok) return refuse(terminal, parsed.error);
    const { values, positionals } = parsed.value;
    const dataset = namedDataset(values.dataset);
    if (!dataset.ok) return refuse(terminal, errorLines(dataset.error));
    const base = scenarioAt("run", positionals[0], values.scenario, dataset.value);
    if (!base.ok) return refuse(terminal, base.error);
    const chosen = withOptions(base.value, values, dataset.value);
    if (!chosen.ok) return refuse(terminal, chosen.error);
    const result = compute(chosen.value, dataset.value);
    if (!result.ok) return refuse(terminal, result.error);
    const years = values.years === undefined ? ok(null) : parseYearsOption(values.years, result.value.years);
    if (!years.ok) return refuse(terminal, years.error);

    const shown = years.value === null ? result.value : atYears(result.value, years.value);
    if (values.csv !== undefined) {
      const written = writeAtomic(values.csv, resultCsv(shown, dataset.value, chosen.value.assumptions));
      if (!written.ok) return refuse(terminal, errorLines(written.error));
    }
    if (values.json === true) terminal.out(`${readableJson(withAssumptions(shown, chosen.value.assumptions, dataset.value))}\n`);
    else {
      const tableYears = years.value ?? defaultYears(result.value.years);
      const { title, assumptions } = chosen.value;
      terminal.out(runReport({ title, assumptions, result: result.value, years: tableYears, everything: values.all === true, dataset: dataset.value }));
      if (values.csv !== undefined) terminal.out(`Wrote ${values.csv}.\n`);
    }
    return exitCode.done;
  },
};

/** The result as it is stored does not name the assumptions; what leaves the planner does. */
const withAssumptions = ({ planner, inputs, ...rest }: RunResult, assumptions: readonly Assumption[], dataset: Dataset): object => ({
  planner,
  inputs,
  ...(assumptions.length === 0 ? {} : { assumptions: listedAssumptions(assumptions, dataset) }),
  ...rest,
});

function compute({ inputs, assumptions }: NamedScenario, dataset: Dataset): Result<RunResult, string> {
  const model = compileModel(dataset);
  const vector = parameterVector(model, assumptions);
  if (!vector.ok) return err(vector.error.map(problemText).join("\n"));
  const run = createRun(model);
  simulate(model, inputs, run, { vector: vector.value });
  return ok(resultOfRun(model, run, inputs, dataset.vintage));
}
