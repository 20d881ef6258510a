import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeAtomic } from "../../../electron/files/write-atomic.ts";
import { errorOf, temporaryFolder, valueOf } from "./store-fixture.ts";

describe("writing a file", () => {
  it("B18: replaces the file whole and leaves nothing beside it", () => {
    const file = join(temporaryFolder(), "a.lodestone");
    writeFileSync(file, "old");
    valueOf(writeAtomic(file, "new\n"));
    expect(readFileSync(file, "utf8")).toBe("new\n");
    valueOf(writeAtomic(file, new Uint8Array([0, 255])));
    expect([...readFileSync(file)]).toEqual([0, 255]);
    expect(readdirSync(dirname(file))).toEqual(["a.lodestone"]);
  });

  it("B18: a folder that does not exist is a named error", () => {
    const file = join(temporaryFolder(), "missing", "a.csv");
    expect(errorOf(writeAtomic(file, "x"))).toEqual({ code: "write-failed", file, reason: "no such file or directory" });
  });

  it("B18: when the last step fails, the old content stays and the temporary file goes", () => {
    const folder = temporaryFolder();
    const file = join(folder, "taken");
    mkdirSync(join(file, "inside"), { recursive: true });
    expect(errorOf(writeAtomic(file, "x")).code).toBe("write-failed");
    expect(readdirSync(folder)).toEqual(["taken"]);
    expect(readdirSync(file)).toEqual(["inside"]);
  });
});
