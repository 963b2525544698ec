// `npm run dev`: the server restarts when its sources change, the pages reload by themselves.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { ensureGenerated } from "./generate.ts";
import { appDir, PAGE_APPS } from "./lib/pages.ts";
import { ROOT } from "./lib/source-files.ts";

await ensureGenerated();
const port = process.env["PORT"] ?? "8080";
const target = `http://127.0.0.1:${port}`;
const server = spawn(
  process.execPath,
  ["--watch", "--watch-preserve-output", join(ROOT, "apps/server/src/main.ts")],
  { stdio: "inherit", env: { NODE_ENV: "development", ...process.env, PORT: port } },
);

const pages: ViteDevServer[] = [];
for (const [index, app] of PAGE_APPS.entries()) {
  if (!existsSync(join(appDir(app), "index.html"))) continue;
  const vite = await createServer({
    root: appDir(app),
    server: { port: 5_173 + index, proxy: { "/api": { target }, "/healthz": { target } } },
  });
  await vite.listen();
  vite.printUrls();
  pages.push(vite);
}

/** The server has the signal as well, being in the same process group, and ends by itself. */
async function leave(): Promise<void> {
  await Promise.all(pages.map((vite) => vite.close()));
  if (server.exitCode === null) await new Promise((resolve) => server.once("exit", resolve));
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void leave());
