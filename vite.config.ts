import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

// One file, three environments: `vite build --app` builds all of them.
//   client  -> out/renderer  (browser, ESM)
//   main    -> out/main      (Node 24, ESM; electron and better-sqlite3 stay external)
//   preload -> out/preload   (sandboxed preload: one CommonJS file, only `electron` external)
const at = (p: string): string => resolve(import.meta.dirname, p);

/**
 * React Aria asks at its start whether the system's locale is well formed, in a way that has the browser look for every locale it knows (a twentieth
 * of a second). This asks the same without.
 */
const cheapLocaleCheck: Plugin = {
  name: "cheap-locale-check",
  transform: {
    filter: { id: /react-aria\/dist\/private\/i18n\/useDefaultLocale\.mjs$/ },
    handler(code) {
      const cheap = code.replace("Intl.DateTimeFormat.supportedLocalesOf([", "Intl.getCanonicalLocales([");
      if (cheap === code) this.error("React Aria checks the locale in another way now: measure a start, then change or drop this");
      return { code: cheap, map: null };
    },
  },
};

/**
 * The files of the window, by what is wanted when. React beside the rest loads and compiles at the same time; what no first picture needs comes in one
 * file when the window is idle.
 */
const chunks = [
  { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
  {
    name: "controls",
    test: /node_modules\/(react-aria|react-aria-components|react-stately|@react-aria|@react-stately|@internationalized|lucide-react)\//,
    priority: 2,
  },
  { name: "charts", test: /node_modules\/(chart\.js|@kurkle)\//, priority: 2 },
  { name: "first", test: /renderer\/(index\.html|main\.tsx)$/, priority: 1 },
  { name: "later", test: /./ },
];

export default defineConfig({
  root: at("renderer"),
  base: "/",
  publicDir: false,
  logLevel: "warn",
  plugins: [react(), cheapLocaleCheck],
  worker: { format: "es" },
  build: {
    outDir: at("out/renderer"),
    emptyOutDir: true,
    target: "chrome147",
    sourcemap: true,
    reportCompressedSize: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2000, // kB; the window's files come from disk
    modulePreload: { polyfill: false },
  },
  environments: {
    client: {
      build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } },
    },
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
