/** Every number of the dataset, to filter, to search and to trace; or those of one symbol of the method, with the way back. */
import { ArrowLeft, Database } from "lucide-react";
import { useMemo } from "react";
import { equations } from "../../../shared/method/equations.ts";
import { symbolText } from "../../../shared/method/symbol.ts";
import { symbolOf } from "../../../shared/method/symbols.ts";
import { inSentence } from "../../../shared/format/words.ts";
import { rowsOfNumbers } from "../../../shared/view/data/data-rows-asked.ts";
import { CATALOGUE } from "../../../shared/indicator/catalogue.ts";
import type { NumbersAsked } from "../../state/session-store.ts";
import { useDataset, useSession, useView } from "../../state/planner.ts";
import { Button } from "../../ui/button.tsx";
import { useCommand } from "../shell/use-command.ts";
import { datasetColumns } from "./data-columns.tsx";
import { NumberBrowser } from "./number-browser.tsx";
import { useDataRows } from "./use-data-rows.ts";

export function DatasetTab() {
  const datasets = useCommand("data.datasets");
  const asked = useSession((state) => state.numbersAsked);
  const cameFrom = useSession((state) => state.cameFrom);
  const dataset = useDataset();
  const rows = useDataRows();
  const shown = useMemo(() => {
    const numbers = asked === null ? null : symbolOf(asked.symbol).numbers;
    return asked === null || numbers === null ? rows : rowsOfNumbers(dataset, rows, numbers);
  }, [dataset, rows, asked]);
  return (
    <NumberBrowser
      key={asked === null ? "" : `${asked.entry} ${asked.symbol}`}
      label="Dataset"
      tableLabel="Numbers of the dataset"
      rows={shown}
      columns={datasetColumns}
      startsAnywhere={asked !== null}
      takesFocus={asked !== null || cameFrom?.kind === "number"}
      head={asked !== null && <Asked asked={asked} />}
      actions={
        <Button size="small" icon={Database} onPress={datasets.run}>
          Datasets…
        </Button>
      }
    />
  );
}

/** Says which numbers these are; leads back to the formula, or to all numbers. */
function Asked({ asked }: { readonly asked: NumbersAsked }) {
  const view = useView();
  const symbol = symbolOf(asked.symbol);
  return (
    <div className="data-asked">
      <Button size="small" icon={ArrowLeft} onPress={() => view.showMethod(asked.entry, { kind: "symbol", ...asked })}>
        Back to {inSentence(entryTitle(asked.entry))}
      </Button>
      <p>
        Numbers of <b>{inSentence(symbol.name)}</b> ({symbolText(symbol)})
      </p>
      <span className="spacer" />
      <Button size="small" variant="quiet" onPress={() => view.setDataTab("dataset")}>
        All numbers
      </Button>
    </div>
  );
}

/** "New plants", "Import dependence" */
const entryTitle = (entry: string): string =>
  equations.find(({ id }) => id === entry)?.title ?? CATALOGUE.find(({ level, id }) => `${level}:${id}` === entry)?.label ?? entry;
