import path from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// unit: pure code and the store, plain Node. dom: components in happy-dom, files sharing what they import (a third of the time). package: the app as electron-builder packs it.
// e2e: the built app in real Chromium over real SQLite. Groups run one after the other, so that at most two windows under test share the machine.
/** What a test starts in a process of its own is compiled once. */
const env = { NODE_COMPILE_CACHE: path.resolve(import.meta.dirname, "node_modules/.cache/node") };

export default defineConfig({
  test: {
    // Unless told, a core is kept free for whoever is watching; here that would be every second one.
    maxWorkers: "100%",
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], environment: "node", env, testTimeout: 180_000, sequence: { groupOrder: 0 } } },
      {
        plugins: [react()],
        test: { name: "dom", include: ["test/dom/**/*.test.tsx"], environment: "happy-dom", isolate: false, testTimeout: 30_000, sequence: { groupOrder: 0 } },
      },
      { test: { name: "package", env, include: ["test/package/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 300_000, sequence: { groupOrder: 1 } } },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          env,
          // A minute at most on a free machine. No test measures time, so nothing is won by giving up on a slow one.
          testTimeout: 400_000,
          hookTimeout: 180_000,
          // What takes a moment on a free machine may take several seconds on a busy one.
          expect: { poll: { timeout: 45_000 } },
          // Two windows at a time: each waits for the other processes of its app more than it computes.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
