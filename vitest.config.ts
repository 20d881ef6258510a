import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** What a test starts in a process of its own is compiled once. */
const env = { NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, "node_modules/.cache/node") };
/** What takes a moment on a free machine may take many seconds on a busy one. No test measures time, so nothing is won by giving up on a slow one. */
const patient = { testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 45_000 } } };

// unit: pure code and the store, plain Node. dom: components in happy-dom, files sharing what they import (a third of the time). package: the app as electron-builder packs it.
// e2e: the built app in real Chromium over real SQLite. Groups run one after the other, so that at most two windows under test share the machine.
export default defineConfig({
  test: {
    // Unless told, a core is kept free for whoever is watching; here that would be every second one.
    maxWorkers: "100%",
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], environment: "node", env, ...patient, sequence: { groupOrder: 0 } } },
      {
        plugins: [react()],
        test: {
          name: "dom",
          include: ["test/dom/**/*.test.tsx"],
          environment: "happy-dom",
          isolate: false,
          setupFiles: ["test/dom/support/patience.ts"],
          ...patient,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { name: "package", include: ["test/package/**/*.test.ts"], env, ...patient, sequence: { groupOrder: 0 } } },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          env,
          ...patient,
          // Whole stories, up to half a minute on a free machine.
          testTimeout: 400_000,
          // Two windows at a time: each waits for the other processes of its app more than it computes.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
