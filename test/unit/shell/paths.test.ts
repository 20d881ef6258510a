import path from "node:path";
import { describe, expect, it } from "vitest";
import { resolvePaths, storeFile, type Surroundings } from "../../../electron/paths.ts";

const usual: Surroundings = {
  argv: ["electron", "."],
  env: {},
  platform: "linux",
  packaged: false,
  defaultUserData: "/data/Lodestone",
  built: "/app/out",
  shippedDataset: "/app/resources/datasets/us",
  samples: "/app/resources/samples",
};

describe("paths", () => {
  it("P17: everything people would miss lies in the data folder", () => {
    const paths = resolvePaths(usual);
    expect(storeFile(paths.data, "us")).toBe(path.join("/data/Lodestone", "scenarios.sqlite"));
    expect(paths.importedDatasets).toBe(path.join("/data/Lodestone", "datasets"));
    expect(paths.preload).toBe(path.join("/app/out", "preload", "preload.cjs"));
  });
  it.each([
    [["electron", ".", "--profile", "/p"], {}],
    [["electron", ".", "--profile=/p", "--unknown-switch"], {}],
    [["electron", "."], { LODESTONE_DATA: "/p" }],
    [["electron", ".", "--profile=/p"], { LODESTONE_DATA: "/q" }],
  ])("P17: %j with %j keeps its data in /p", (argv, env) => {
    expect(resolvePaths({ ...usual, argv, env }).data).toBe(path.resolve("/p"));
  });
  it("P17: on Windows the data folder is the local one", () => {
    expect(resolvePaths({ ...usual, platform: "win32", env: { LOCALAPPDATA: "/local" } }).data).toBe(path.join("/local", "Lodestone"));
  });
  it("P17: another dataset can be named from outside, but not for an installed app", () => {
    const env = { LODESTONE_DATASET: "/other" };
    expect(resolvePaths({ ...usual, env }).dataset).toBe(path.resolve("/other"));
    expect(resolvePaths({ ...usual, env }).datasetChoice).toBeNull();
    expect(resolvePaths({ ...usual, env, packaged: true }).dataset).toBe(usual.shippedDataset);
  });
});
