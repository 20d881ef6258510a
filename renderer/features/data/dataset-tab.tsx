/** Every number of the dataset, to filter, to search and to trace. */
import { Database } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { useCommand } from "../shell/use-command.ts";
import { datasetColumns } from "./data-columns.tsx";
import { NumberBrowser } from "./number-browser.tsx";
import { useDataRows } from "./use-data-rows.ts";

export function DatasetTab() {
  const datasets = useCommand("data.datasets");
  return (
    <NumberBrowser
      label="Dataset"
      tableLabel="Numbers of the dataset"
      rows={useDataRows()}
      columns={datasetColumns}
      actions={
        <Button size="small" icon={Database} onPress={datasets.run}>
          Datasets…
        </Button>
      }
    />
  );
}
