/** Where charts and tables go in tests: what was said, saved and made into pictures. */
import type { ChartExports } from "../../../renderer/charts/chart-exports.ts";
import type { ChartContent } from "../../../shared/ipc/channels.ts";
import { ok } from "../../../shared/result.ts";

export interface TestExports {
  readonly exports: ChartExports;
  readonly said: string[];
  readonly pictures: Uint8Array[];
  readonly saved: { readonly name: string; readonly content: ChartContent }[];
}

export function createTestExports(): TestExports {
  const said: string[] = [];
  const pictures: Uint8Array[] = [];
  const saved: { readonly name: string; readonly content: ChartContent }[] = [];
  const exports: ChartExports = {
    copyPicture: async (png) => {
      pictures.push(png);
      return ok(null);
    },
    save: async (name, content) => {
      saved.push({ name, content });
      return ok({ file: "/home/figure" });
    },
    source: () => ["Plan A (LS-1)"],
    say: (text) => void said.push(text),
    refuse: () => void said.push("refused"),
  };
  return { exports, said, pictures, saved };
}
