// `npm run build`: the pages of both apps, compressed once here so that the server never does.

import { globSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build } from "vite";
import { ensureGenerated } from "./generate.ts";
import { appDir, distDir, markBuilt, type PageApp, stalePages } from "./lib/pages.ts";

const worthIt = 1_024;
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

async function compress(dir: string): Promise<void> {
  for (const path of globSync("**/*.{html,js,css,svg,json,webmanifest}", { cwd: dir })) {
    const file = join(dir, path);
    const content = readFileSync(file);
    if (content.length < worthIt) continue;
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, best));
    writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
  }
}

/** Built beside its place and moved there when whole, so that no server ever serves half of it. */
async function buildApp(app: PageApp): Promise<void> {
  const fresh = `${distDir(app)}.${process.pid}`;
  await build({
    root: appDir(app),
    logLevel: "error",
    build: { outDir: fresh, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  await compress(fresh);
  rmSync(distDir(app), { recursive: true, force: true });
  renameSync(fresh, distDir(app));
  markBuilt(app);
  console.log(`Built the pages of the ${app}.`);
}

// Pages are built to be used, whatever environment asks for them: else tests would look at others than the field has.
process.env["NODE_ENV"] = "production";
await ensureGenerated();
for (const app of stalePages()) await buildApp(app);
