// Generates the Prisma client from prisma/schema without any download, and only when the schema has changed.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const root = resolve(import.meta.dirname, "..");
const schemaDir = join(root, "prisma/schema");
const target = join(root, "apps/server/src/platform/db/generated");
const mark = join(target, ".fingerprint");
const prismaManifest = createRequire(import.meta.url).resolve("prisma/package.json");

function fingerprint(): string {
  const hash = createHash("sha256");
  hash.update(readFileSync(prismaManifest));
  for (const name of readdirSync(schemaDir).sort()) {
    if (name.endsWith(".prisma")) hash.update(name).update(readFileSync(join(schemaDir, name)));
  }
  return hash.digest("hex");
}

/**
 * Makes sure that the generated client belongs to the present schema.
 * Prisma asks for its schema engine here but does not run it, so any existing file will do in its place.
 * @returns whether it had to be generated
 */
export async function ensureGenerated(): Promise<boolean> {
  const wanted = fingerprint();
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return false;
  const prisma = join(dirname(prismaManifest), "build/index.js");
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: "1",
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
  };
  await promisify(execFile)(process.execPath, [prisma, "generate", "--schema", schemaDir], {
    cwd: root,
    env,
  });
  writeFileSync(mark, wanted);
  return true;
}

if (import.meta.main) {
  console.log((await ensureGenerated()) ? "Prisma client generated." : "Prisma client is up to date.");
}
