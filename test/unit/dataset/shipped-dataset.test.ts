/** The dataset that ships: what it holds, and that code knows nothing of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../electron/dataset/read-dataset.ts";
import { findParameter } from "../../../shared/dataset/parameter-lookup.ts";
import type { Grade } from "../../../shared/dataset/dataset.ts";
import { grades } from "../../../shared/dataset/grade.ts";
import { engineKeys } from "../../../shared/dataset/engine-keys.ts";
import { engineLevers } from "../../../shared/lever/lever-catalogue.ts";
import { shippedDataset as d, shippedFolder } from "./shipped-tables.ts";

describe("the shipped dataset", () => {
  it("D1: loads from its folder", () => {
    const loaded = loadDataset(shippedFolder);
    expect(loaded.ok ? loaded.value : loaded.error).toEqual(d);
    expect(d.vintage).toMatch(/^US 2026\.1 · [0-9a-f]{8}$/);
  });

  it("D1: holds every row of its sources", () => {
    const counts = {
      minerals: d.minerals.length,
      endUses: d.minerals.flatMap((m) => m.endUses).length,
      chainStages: d.minerals.flatMap((m) => m.stages).length,
      baseYearValues: d.baseYearValues.length,
      baseYearChecks: d.baseYearChecks.length,
      publishedReliance: d.publishedReliance.length,
      suppliers: d.suppliers.length,
      parameters: d.parameters.length,
      levers: d.levers.length,
      worldSeries: d.worldSeries.length,
      events: d.events.length,
      projects: d.projects.length,
    };
    expect(counts).toEqual({
      minerals: 9,
      endUses: 44,
      chainStages: 18,
      baseYearValues: 201,
      baseYearChecks: 9,
      publishedReliance: 45,
      suppliers: 128,
      parameters: 564,
      levers: 22,
      worldSeries: 90,
      events: 12,
      projects: 12,
    });
    expect(d.levers.map((l) => l.id)).toEqual([...engineLevers]);
    expect(d.anchorYears).toEqual([2025, 2030, 2035, 2040, 2045, 2050]);
    expect(d.minerals[0]).toMatchObject({ id: "ree", symbol: "RE", stages: ["M", "P", "X"], recyclingStage: "P" });
    expect(d.worlds[0]).toEqual({ id: "stated", label: "Stated policies" });
  });

  it("D2: a value keeps its unit, source, year, grade, low, high and note", () => {
    expect(findParameter(d.parameters, "ree", "M", "capex")).toEqual({
      mineral: "ree",
      stage: "M",
      key: "capex",
      value: 15000,
      low: 8000,
      high: 30000,
      unit: "$ per t/yr",
      grade: "assumption",
      source: "expert assumption",
      note: "per t REO",
    });
    expect(d.baseYearValues.find((b) => b.mineral === "tin" && b.stage === "P" && b.quantity === "apparent_consumption")).toMatchObject({
      unit: "t/yr",
      year: 2025,
      grade: "estimated",
    });
    expect(d.parameters.filter((p) => p.unit === "")).toEqual([]);
  });

  it("D2: an empty cell is unknown, never zero", () => {
    const unknown = d.suppliers.filter((s) => s.worldSharePct === null);
    expect(unknown).toHaveLength(59);
    expect(d.suppliers.filter((s) => s.worldSharePct === 0).length).toBeGreaterThan(0);
    expect(d.events.find((e) => e.id === "china_ree")?.leak).toBeNull();
    expect(d.events.find((e) => e.id === "china_gage")?.leak).toBe(0);
  });

  it("D6: parameters that no equation reads are known by name", () => {
    const unread = new Set(d.parameters.map((p) => p.key).filter((key) => !Object.hasOwn(engineKeys, key)));
    expect([...unread]).toEqual([
      "ally_hazard_mult",
      "credit_45x_rate",
      "n_con",
      "n_infra",
      "n_perm",
      "n_ramp",
      "preset_jogmec_days",
      "preset_price_floor_ndpr",
      "preset_vault_days",
      "emb",
      "loss_fab",
    ]);
  });
});

describe("SOURCES.md", () => {
  it("D9: counts the rows of each grade as the files have them", () => {
    const text = readFileSync(new URL("../../../SOURCES.md", import.meta.url), "utf8");
    const rows: Readonly<Record<string, readonly Grade[]>> = {
      "base-year balance": d.baseYearValues.map((r) => r.grade),
      "import shares": d.suppliers.map((r) => r.grade),
      parameters: d.parameters.map((r) => r.grade),
      "world series": d.worldSeries.map((r) => r.grade),
      "end-use shares": d.minerals.flatMap((m) => m.endUses).map((r) => r.grade),
    };
    for (const [name, found] of Object.entries(rows)) {
      const counted = grades.map((grade) => found.filter((g) => g === grade).length);
      const line = text.split("\n").find((l) => l.startsWith(`| ${name} `));
      expect(line?.match(/\d+/g)?.map(Number)).toEqual(counted);
    }
  });
});

describe("code and country", () => {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const country = /United States|\bUSA\b|(?<!en-)\bUS\b|China|\bCHN\b/;
  /** Comments may give examples; their lines stay, so that line numbers fit. */
  const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, "")).replace(/(^|\s)\/\/.*$/gm, "");
  const files = ["shared", "renderer"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );

  it("D7: no code of shared/ or renderer/ names a country", () => {
    expect(files.length).toBeGreaterThan(20);
    const named = files.flatMap((file) =>
      withoutComments(readFileSync(join(root, file), "utf8"))
        .split("\n")
        .flatMap((line, i) => (country.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])),
    );
    expect(named).toEqual([]);
  });
});
