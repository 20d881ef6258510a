import path from "node:path";
import { describe, expect, it } from "vitest";
import { filesOfSecondStart, filesOnCommandLine, WaitingFiles } from "../../../electron/files/waiting-files.ts";

describe("files that the system hands to the app", () => {
  it("F16: scenario files are taken from a command line, whatever else stands there, as absolute paths", () => {
    const argv = [".", "--profile", "x", "--file=a.lodestone", "a.lodestone", "/b/C.LODESTONE", "notes.txt", "lodestone"];
    expect(filesOnCommandLine(argv, "/work")).toEqual([path.resolve("/work", "a.lodestone"), path.resolve("/b/C.LODESTONE")]);
  });

  it("F16: a second start hands over its files; anything else it sends is nothing", () => {
    expect(filesOfSecondStart({ files: ["/a.lodestone"] })).toEqual(["/a.lodestone"]);
    for (const odd of [null, undefined, "x", {}, { files: "a" }, { files: [1] }]) expect(filesOfSecondStart(odd)).toEqual([]);
  });

  it("F16: they wait until somebody asks, who is told when there are some", () => {
    const waiting = new WaitingFiles();
    let told = 0;
    waiting.add(["/a"]);
    waiting.onAdded = () => void told++;
    waiting.add([]);
    waiting.add(["/b"]);
    expect([told, waiting.take(), waiting.take()]).toEqual([1, ["/a", "/b"], []]);
  });
});
