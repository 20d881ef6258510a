import { describe, expect, it } from "vitest";
import { sha256 } from "../../../electron/dataset/read-dataset.ts";
import { checkDataset } from "../../../shared/dataset/check-dataset.ts";
import { tablesOfDataset } from "../../../shared/dataset/tables-of-dataset.ts";
import { shippedDataset, shippedTables } from "./shipped-tables.ts";

describe("a dataset as tables", () => {
  it("F11: reads back as the very dataset, vintage and all", () => {
    const back = checkDataset(tablesOfDataset(shippedDataset), sha256);
    expect(back).toEqual({ ok: true, value: shippedDataset });
  });

  it("F11: names the files that a dataset has, and no other", () => {
    const files = (tables: readonly { readonly file: string }[]): readonly string[] => tables.map(({ file }) => file).toSorted();
    expect(files(tablesOfDataset(shippedDataset).tables)).toEqual(files(shippedTables.tables));
  });

  it("F11: keeps numbers that no file writes", () => {
    const odd = {
      ...shippedDataset,
      projects: shippedDataset.projects.map((project) => Object.assign({}, project, { capacityTPerYr: 0.1 + 0.2, realisation: 1e-7 })),
    };
    const back = checkDataset(tablesOfDataset(odd), sha256);
    expect(back.ok && back.value.projects[0]).toMatchObject({ capacityTPerYr: 0.1 + 0.2, realisation: 1e-7 });
  });
});
