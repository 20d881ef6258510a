import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// unit: pure code and the store, plain Node. dom: components in happy-dom, files sharing what they import (a third of the time). package: the app as electron-builder packs it.
// e2e: the built app in real Chromium over real SQLite. Groups run one after the other, so that at most two windows under test share the machine.
export default defineConfig({
  test: {
    // Unless told, a core is kept free for whoever is watching; here that would be every second one.
    maxWorkers: "100%",
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], environment: "node", testTimeout: 60_000, sequence: { groupOrder: 0 } } },
      {
        plugins: [react()],
        test: { name: "dom", include: ["test/dom/**/*.test.tsx"], environment: "happy-dom", isolate: false, testTimeout: 30_000, sequence: { groupOrder: 0 } },
      },
      { test: { name: "package", include: ["test/package/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000, sequence: { groupOrder: 1 } } },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // What takes a moment on a free machine may take several seconds on a busy one.
          expect: { poll: { timeout: 15_000 } },
          // Two windows at a time: each waits for the other processes of its app more than it computes.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
