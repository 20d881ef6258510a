import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// One file, three environments: `vite build --app` builds all of them.
//   client  -> out/renderer  (browser, ESM)
//   main    -> out/main      (Node 24, ESM; electron and better-sqlite3 stay external)
//   preload -> out/preload   (sandboxed preload: one CommonJS file, only `electron` external)
const at = (p: string): string => resolve(import.meta.dirname, p);

export default defineConfig({
  root: at("renderer"),
  base: "/",
  publicDir: false,
  logLevel: "warn",
  plugins: [react()],
  worker: { format: "es" },
  build: {
    outDir: at("out/renderer"),
    emptyOutDir: true,
    target: "chrome147",
    sourcemap: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000, // kB; the window's files come from disk
    modulePreload: { polyfill: false },
  },
  environments: {
    main: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron", "better-sqlite3"], conditions: ["node", "import", "module", "default"] },
      build: {
        outDir: at("out/main"),
        emptyOutDir: true,
        target: "node24",
        minify: false,
        sourcemap: true,
        rolldownOptions: { input: { main: at("electron/main.ts") }, output: { format: "es", entryFileNames: "[name].js" } },
      },
    },
    preload: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"] },
      build: {
        outDir: at("out/preload"),
        emptyOutDir: true,
        target: "chrome147",
        minify: false,
        sourcemap: false,
        rolldownOptions: { input: { preload: at("electron/preload.ts") }, output: { format: "cjs", entryFileNames: "[name].cjs", codeSplitting: false } },
      },
    },
  },
  builder: {
    async buildApp(b) {
      await b.build(b.environments["client"]!);
      await b.build(b.environments["main"]!);
      await b.build(b.environments["preload"]!);
    },
  },
});
