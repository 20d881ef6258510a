import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { launchApp } from "../support/app.ts";
import { closeDialogs, save } from "../support/steps.ts";

const scratch = mkdtempSync(path.join(tmpdir(), "lodestone-netlog-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** What Chromium itself connected to, looked up by name, or sent, by its own log. (It also connects an UDP socket to learn of IPv6; that sends nothing.) */
function contacted(file: string): { readonly addresses: readonly string[]; readonly names: readonly string[]; readonly datagrams: number } {
  const { constants, events } = JSON.parse(readFileSync(file, "utf8")) as NetLog;
  const params = (type: string, key: string): readonly string[] =>
    events.flatMap((event) => {
      const value = event.type === constants.logEventTypes[type] ? event.params?.[key] : undefined;
      return typeof value === "string" ? [value] : [];
    });
  return {
    addresses: params("TCP_CONNECT_ATTEMPT", "address"),
    names: params("HOST_RESOLVER_MANAGER_JOB", "host"),
    datagrams: events.filter((event) => event.type === constants.logEventTypes["UDP_BYTES_SENT"]).length,
  };
}

it("P11: from start to quit no request leaves the app, by its own count, the main process's and Chromium's", async () => {
  const log = path.join(scratch, "net.json");
  const app = await launchApp({ browserArguments: [`--log-net-log=${log}`] });
  const slider = app.page.getByRole("slider").first();
  await slider.focus();
  await app.page.keyboard.press("ArrowRight");
  for (const command of ["screen.library", "screen.explore", "view.theme", "help.about"]) app.menu(command);
  await app.page.getByRole("dialog", { name: /About/ }).waitFor();
  await closeDialogs(app.page);
  await save(app.page, 1);

  expect(app.requests().length).toBeGreaterThan(3);
  expect(app.requests().filter((url) => !/^(app|data|blob):/.test(url))).toEqual([]);
  await app.stop(); // fails if the main process opened a socket or looked up a name

  const { addresses, names, datagrams } = contacted(log);
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => !/^(127\.0\.0\.1|\[::1\]):/.test(address))).toEqual([]);
  expect({ names, datagrams }).toEqual({ names: [], datagrams: 0 });
});
