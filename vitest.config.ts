import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// unit: pure code and the store, plain Node. dom: components in happy-dom. e2e: the built app in real Chromium over real SQLite.
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], environment: "node", testTimeout: 30_000 } },
      { plugins: [react()], test: { name: "dom", include: ["test/dom/**/*.test.tsx"], environment: "happy-dom" } },
      { test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], environment: "node", testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false } },
    ],
  },
});
