/** Charts in the built app: copies and files leave through the main process. */
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp, type RunningApp } from "../support/app.ts";

/** Width and height that a PNG states. */
const sizeOf = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe("a chart leaves the window", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await launchApp();
    await app.page
      .getByRole("group", { name: /Arrow keys read the years/ })
      .first()
      .waitFor();
  });
  afterAll(() => app.stop());

  const choose = async (item: string): Promise<void> => {
    await app.page.getByRole("button", { name: "Copy or save" }).first().click();
    await app.page.getByRole("menuitem", { name: item }).click();
  };

  it("V37: a picture reaches the system's clipboard though the page has no permission to write there", async () => {
    await choose("Copy as image");
    await app.page.getByText("Copied the chart as image").waitFor();
    const { method, target } = await app.heard("shell");
    expect(method).toBe("clipboard.write");
    const [head = "", body = ""] = target.split(",");
    expect(head).toBe("data:image/png;base64");
    expect(sizeOf(Buffer.from(body, "base64"))).toEqual([1920, 1080]);
  });

  const savedBy = async (item: string, file: string): Promise<Buffer> => {
    app.answer("showSaveDialog", { canceled: false, filePath: file });
    await choose(item);
    await app.page.getByText(`Saved as ${file}`).waitFor();
    const written = readFileSync(file);
    rmSync(file);
    return written;
  };

  it("V37: picture and table are written where the person says", async () => {
    const file = path.join(tmpdir(), `lodestone-chart-${app.pid}`);
    expect(sizeOf(await savedBy("Save as image…", `${file}.png`))).toEqual([1920, 1080]);
    expect((await savedBy("Save as table…", `${file}.csv`)).toString("utf8")).toMatch(/\r\n2035,.*LS-/s);
  });
});
