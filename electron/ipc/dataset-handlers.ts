/** What belongs to the dataset beside its numbers. */
import { readHistory } from "../dataset/read-history.ts";
import type { Handlers } from "./register.ts";

export interface DatasetContext {
  readonly folder: string;
}

export function datasetHandlers({ folder }: DatasetContext): Pick<Handlers, "dataset:history"> {
  return { "dataset:history": () => readHistory(folder) };
}
