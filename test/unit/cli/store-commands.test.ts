import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import type { Command, ThreadedCommand } from "../../../electron/cli/command.ts";
import { exportCommand } from "../../../electron/cli/export-command.ts";
import { importCommand } from "../../../electron/cli/import-command.ts";
import { backupCommand, checkStoreCommand, listCommand, restoreCommand } from "../../../electron/cli/store-commands.ts";
import { type Outcome, planner as plannerProcess } from "./run-planner.ts";

const folder = mkdtempSync(join(tmpdir(), "lodestone-cli-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLES = fileURLToPath(new URL("../../../resources/samples", import.meta.url));
const commands: Readonly<Record<string, Command | ThreadedCommand>> = {
  list: listCommand,
  export: exportCommand,
  import: importCommand,
  backup: backupCommand,
  restore: restoreCommand,
  "check-store": checkStoreCommand,
};

/** In this process: a new one for each command would cost most of the time. */
async function planner(name: string, ...args: readonly string[]): Promise<Outcome> {
  let out = "";
  let error = "";
  const code = await commands[name]!.run(args, { out: (text) => void (out += text), err: (text) => void (error += `${text}\n`) });
  return { code, out, err: error };
}

const samples = readdirSync(SAMPLES).map((name) => join(SAMPLES, name));
const store = join(folder, "data", "scenarios.sqlite");

interface Line {
  readonly id: string;
  readonly title: string;
}

describe("planner on a database", () => {
  it("K10: import adds every scenario of the files, and export writes what import read", async () => {
    const imported = await planner("import", "--store", store, ...samples, "--json");
    expect(imported).toMatchObject({ code: 0, err: "" });
    const lines = JSON.parse(imported.out) as readonly Line[];
    expect(lines).toHaveLength(samples.length);
    const file = join(folder, "all.lodestone");
    expect(await planner("export", "--store", store, "--out", file, "--all")).toEqual({
      code: 0,
      out: `Wrote ${samples.length} scenarios to ${file}.\n`,
      err: "",
    });
    const again = join(folder, "again", "scenarios.sqlite");
    expect((await planner("import", "--store", again, file)).code).toBe(0);
    const second = join(folder, "second.lodestone");
    expect((await planner("export", "--store", again, "--out", second, "--all")).code).toBe(0);
    const withoutIds = (path: string): unknown =>
      (JSON.parse(readFileSync(path, "utf8")) as { readonly scenarios: readonly Line[] }).scenarios
        .map(({ id: _id, ...scenario }) => scenario)
        .toSorted((a, b) => (a.title < b.title ? -1 : 1));
    expect(withoutIds(second)).toEqual(withoutIds(file));
  });

  it("K9: the command line knows every command", async () => {
    const { code, out, err } = plannerProcess("list", "--store", store);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Reserve first");
    const help = plannerProcess("--help").out;
    expect(Object.keys(commands).filter((name) => !help.includes(`  ${name} `))).toEqual([]);
  });

  it("K12: import says what became of each scenario; one that says the same as the one here is passed over", async () => {
    const other = join(folder, "existing", "scenarios.sqlite");
    const importing = (...args: readonly string[]): Promise<Outcome> => planner("import", "--store", other, ...args);
    const what = (outcome: Outcome): readonly (string | undefined)[] =>
      outcome.out
        .split("\n")
        .slice(2)
        .map((line) => line.split(/ {2,}/)[0]);
    const preview = await importing(samples[0]!, "--preview");
    expect([preview.code, what(preview)]).toEqual([0, ["new", ""]]);
    expect(existsSync(other)).toBe(false);
    expect(what(await importing(samples[0]!))).toEqual(["new", ""]);
    expect(what(await importing(samples[0]!))).toEqual(["same, skipped", ""]);
    const edited = join(folder, "edited.lodestone");
    const content = JSON.parse(readFileSync(samples[0]!, "utf8")) as { checksum?: string; scenarios: { title: string }[] };
    delete content.checksum;
    content.scenarios[0]!.title = "Another title";
    writeFileSync(edited, JSON.stringify(content));
    expect(what(await importing(edited, "--preview"))).toEqual(["copy", ""]);
    expect(what(await importing(edited, "--existing", "skip"))).toEqual(["skipped", ""]);
    expect(what(await importing(edited, "--existing", "revision"))).toEqual(["revision", ""]);
    expect(what(await importing(edited))).toEqual(["copy", ""]);
    const listed = JSON.parse((await planner("list", "--store", other, "--json")).out) as readonly { readonly revision: number }[];
    expect(listed.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(await importing(edited, "--existing", "overwrite")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("copy, revision, skip") });
  });

  it("K13: export takes a title that one scenario has; every bad file of an import is named", async () => {
    const file = join(folder, "by-title.lodestone");
    expect((await planner("export", "--store", store, "--out", file, "Reserve first", "Reserve first")).out).toBe(`Wrote 1 scenario to ${file}.\n`);
    const [first, second] = [join(folder, "bad-1.lodestone"), join(folder, "bad-2.lodestone")];
    writeFileSync(first, "{");
    writeFileSync(second, '{"format":"lodestone","version":9,"app":"7.0"}');
    const { code, err } = await planner("import", "--store", join(folder, "no.sqlite"), first, samples[0]!, second);
    expect(code).toBe(2);
    expect(err).toMatch(/bad-1\.lodestone cannot be read as a Lodestone file[^]*bad-2\.lodestone was written by a newer Lodestone \(7\.0/);
    expect(existsSync(join(folder, "no.sqlite"))).toBe(false);
  });

  it("K9: list shows every scenario with its code, and searches", async () => {
    const listed = await planner("list", "--store", store);
    expect(listed.code).toBe(0);
    expect(listed.out.match(/LS-[0-9A-Z]{4}-[0-9A-Z]{4}/g)).toHaveLength(samples.length);
    const found = JSON.parse((await planner("list", "--store", store, "--search", "reserve first", "--json")).out) as readonly Line[];
    expect(found.map(({ title }) => title)).toContain("Reserve first");
    expect((await planner("list", "--store", store, "--trash")).out).toBe("No scenarios.\n");
  });

  it("B12: backup and restore, by name and undone", async () => {
    const made = JSON.parse((await planner("backup", "--store", store, "--json")).out) as { readonly name: string };
    expect((await planner("import", "--store", store, samples[0]!, "--existing", "copy")).code).toBe(0);
    const restored = await planner("restore", "--store", store, made.name, "--json");
    expect(restored.code).toBe(0);
    const count = async (): Promise<number> => (JSON.parse((await planner("list", "--store", store, "--json")).out) as readonly Line[]).length;
    expect(await count()).toBe(samples.length);
    const { before } = JSON.parse(restored.out) as { readonly before: string };
    expect((await planner("restore", "--store", store, before)).code).toBe(0);
    expect(await count()).toBe(samples.length + 1);
    expect((await planner("backup", "--store", store, "--list")).out).toContain("before restore");
  });

  it("K9: check-store finds nothing wrong in a sound database, and names what is wrong in a damaged one without changing it", async () => {
    expect(await planner("check-store", "--store", store)).toMatchObject({ code: 0, err: "" });
    const damaged = join(folder, "damaged.sqlite");
    // A letter inside stored documents.
    const bytes = Buffer.from(readFileSync(store).toString("latin1").replaceAll('"world":"stated"', '"world":"stbted"'), "latin1");
    writeFileSync(damaged, bytes);
    const checked = await planner("check-store", "--store", damaged);
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/WRONG {2}the draft of .*: its checksum does not fit/);
    expect(readFileSync(damaged).equals(bytes)).toBe(true);
    writeFileSync(damaged, bytes.subarray(0, 5000));
    expect((await planner("check-store", "--store", damaged)).code).toBe(1);
    expect((await planner("list", "--store", damaged)).code).toBe(2);
    expect(readdirSync(folder).filter((name) => name.startsWith("damaged-"))).toEqual([]);
  });

  it("K38: a damaged database is told with what was kept where and which commands to use, not with the window's buttons", async () => {
    const damaged = join(folder, "torn.sqlite");
    const bytes = Buffer.concat([Buffer.alloc(100), readFileSync(store).subarray(100)]);
    writeFileSync(damaged, bytes);
    const looked = await planner("list", "--store", damaged);
    expect(looked).toMatchObject({ code: 2, out: "" });
    expect(looked.err).toContain(`planner check-store --store ${damaged}`);
    expect(readFileSync(damaged).equals(bytes)).toBe(true);
    const mended = await planner("backup", "--store", damaged);
    expect(mended.code).toBe(0);
    expect(mended.err).toMatch(
      /is damaged\. It was moved, whole, to .*damaged-.*; .* took its place\. planner list --store .*torn\.sqlite shows what that holds/,
    );
    for (const { err } of [looked, mended]) expect(err).not.toMatch(/library|window|You can go on working|Help menu/);
  });

  it("K1: bad input is named, and nothing is written", async () => {
    const absent = join(folder, "absent.sqlite");
    const refusals = [
      await planner("list", "--store", absent),
      await planner("check-store", "--store", absent),
      await planner("backup", "--store", absent),
      await planner("export", "--store", absent, "--all", "--out", join(folder, "x.lodestone")),
      await planner("import", "--store", absent, join(folder, "none.lodestone")),
      await planner("list"),
      await planner("export", "--store", store, "--out", join(folder, "x.lodestone"), "nobody"),
      await planner("export", "--store", store, "--out", join(folder, "all.lodestone"), "--all"),
      await planner("restore", "--store", store, "nothing"),
      await planner("restore", "--store", absent, "latest"),
    ];
    expect(refusals.map(({ code, out }) => [code, out])).toEqual(refusals.map(() => [2, ""]));
    expect(refusals.every(({ err }) => err !== "" && !err.includes("    at "))).toBe(true);
    expect(refusals[6]?.err).toContain("Reserve first");
    expect(existsSync(absent)).toBe(false);
    expect(existsSync(join(folder, "x.lodestone"))).toBe(false);
  });

  it("S28: a database that is lost comes back from its backups", async () => {
    const lost = join(folder, "lost.sqlite");
    await planner("import", "--store", lost, samples[0]!);
    const titles = async () => (JSON.parse((await planner("list", "--store", lost, "--json")).out) as readonly Line[]).map(({ title }) => title);
    const before = await titles();
    expect(before).toHaveLength(1);
    await planner("backup", "--store", lost);
    rmSync(lost);
    expect(await planner("restore", "--store", lost, "latest")).toMatchObject({ code: 0, err: expect.stringContaining("lost.sqlite") });
    expect(await titles()).toEqual(before);
  });

  it("K14: a scenario file named as the database is left alone", async () => {
    const file = join(folder, "all.lodestone");
    const bytes = readFileSync(file);
    for (const name of ["import", "list", "backup"]) {
      const extra = name === "import" ? [samples[0]!] : [];
      expect(await planner(name, "--store", file, ...extra)).toMatchObject({ code: 2, out: "", err: expect.stringContaining("name a database") });
    }
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("B3: another program's database is left alone", async () => {
    const other = join(folder, "other.sqlite");
    const bytes = Buffer.concat([Buffer.from("SQLite format 3\u0000", "latin1"), Buffer.alloc(4080, 1)]);
    writeFileSync(other, bytes);
    expect(await planner("import", "--store", other, samples[0]!)).toMatchObject({ code: 2, out: "" });
    expect(readFileSync(other).equals(bytes)).toBe(true);
  });
});
