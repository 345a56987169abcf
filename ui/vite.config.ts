// How the window's page is built and tested. Nothing is inlined: the page's policy takes scripts, styles and fonts from its own files only.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  build: {
    target: "safari16",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    // Whole screens under axe take their time on a busy machine.
    testTimeout: 30_000,
  },
});
