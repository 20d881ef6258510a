/** `node test/stand-in/run.ts out/main/main.js`: the built main process with this folder in the place of Electron. */
import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const standIn = new URL("./electron.ts", import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" || specifier === "electron/main" ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

const main = process.argv[2];
if (main === undefined) throw new Error("usage: run.ts MAIN_SCRIPT");
process.argv.splice(1, 1); // Electron's argv has the app where Node's has the script
await import(pathToFileURL(path.resolve(main)).href);

// Electron is "ready" only after the main module has been evaluated; a top-level await of `whenReady` never ends there, nor here.
const { app, mainLoaded } = await import("./app.ts");
mainLoaded.resolve();
await app.whenReady();
