// Builds the monitor's pages, which the server hands out under /monitor/.

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/monitor/",
  plugins: [react()],
  build: {
    // Inlined files would need `data:` in the content policy of the pages.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      "/api": { target: process.env["API"] ?? "http://127.0.0.1:8080", changeOrigin: false, ws: true },
    },
  },
});
