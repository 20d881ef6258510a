/** Scenarios of a database for the analyses, named as `ID`, what it says now, or `ID@N`, its revision N. The database is not changed. */
import { err, ok, type Result } from "../../shared/result.ts";
import { checkInputs } from "../../shared/scenario/scenario-file-inputs.ts";
import type { Dataset } from "../../shared/dataset/dataset.ts";
import type { ScenarioStore } from "../store/scenario-store.ts";
import { errorLines } from "./command.ts";
import type { NamedScenario } from "./scenario-options.ts";
import { storeToRead } from "./store-option.ts";

export interface StoredScenarios {
  readonly read: (name: string) => Result<NamedScenario, string>;
  readonly close: () => void;
}

export function openStoredScenarios(command: string, file: string, folder: string | undefined, dataset: Dataset): Result<StoredScenarios, string> {
  const opened = storeToRead(command, { store: file, dataset: folder });
  if (!opened.ok) return opened;
  const { store } = opened.value;
  return ok({
    read: (name) => {
      const found = stored(store, name);
      if (!found.ok) return found;
      const [wrong] = checkInputs(found.value.inputs, dataset);
      return wrong === undefined ? found : err(`${name}: ${found.value.title} does not fit this dataset; inputs.${wrong.path}: ${wrong.wrong}.`);
    },
    close: () => store.close(),
  });
}

function stored(store: ScenarioStore, name: string): Result<NamedScenario, string> {
  const [id = "", number, ...rest] = name.split("@");
  const listed = store.list();
  if (!listed.ok) return err(errorLines(listed.error));
  const summary = listed.value.find((one) => one.id === id);
  if (summary === undefined || rest.length > 0) {
    const known = listed.value.filter(({ trashedAt }) => trashedAt === null);
    return err(`"${name}" is not a scenario; the scenarios are:\n${known.map((one) => `  ${one.id}  ${one.title}`).join("\n")}`);
  }
  if (number === undefined) {
    const opened = store.open(id);
    if (!opened.ok) return err(errorLines(opened.error));
    const { saved, draft, result } = opened.value;
    const document = draft?.document ?? saved;
    if (document === null) return err(errorLines({ code: "scenario-not-found", id }));
    return ok({ title: summary.title, ...document, result: draft === null ? result : null });
  }
  if (!/^[1-9]\d*$/.test(number) || Number(number) > summary.revision)
    return err(`${name}: "${number}" is not a revision of ${summary.title}; it has ${summary.revision === 0 ? "none" : `1 to ${summary.revision}`}.`);
  const revision = store.revision(id, Number(number));
  if (!revision.ok) return err(errorLines(revision.error));
  const { document, result } = revision.value;
  return ok({ title: `${summary.title}, revision ${number}`, ...document, result });
}
