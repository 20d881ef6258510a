/** Writes the golden file of the newest version. Run once per release (`npm exec -- node test/unit/scenario-file/make-golden.ts`); never over one that is released. */
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { FILE_VERSION } from "../../../shared/scenario/scenario-file.ts";
import { goldenFile } from "./golden-file.ts";
import { write } from "./sample-files.ts";

const place = join(import.meta.dirname, "../../fixtures/files", `version-${FILE_VERSION}.lodestone`);
if (existsSync(place)) throw new Error(`${place} is there already: a golden file is never made again`);
writeFileSync(place, write(goldenFile()));
