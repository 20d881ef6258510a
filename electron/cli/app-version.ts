/** The version of this Lodestone, which stands in package.json alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { resourcesFolder } from "../dataset/shipped-dataset.ts";

export function appVersion(): string {
  const { version } = JSON.parse(readFileSync(join(resourcesFolder(import.meta.url), "../package.json"), "utf8")) as { readonly version: string };
  return version;
}
