// Whether this Fieldline knows the migrations of a backup, and a folder with those and no later ones.

import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMigrations } from "../platform/db/migrations.ts";
import { OperatorError } from "../platform/problems/operator-error.ts";
import type { Head } from "./manifest.ts";

const migrationsIn = (root: string): string => join(root, "prisma/migrations");

/** @throws OperatorError where the backup has a migration that this version has not, or has otherwise */
export function refuseNewer({ migrations, application }: Head, root: string): void {
  const own = readMigrations(migrationsIn(root));
  const odd = migrations.find(({ name, checksum }, index) => {
    const here = own[index];
    return here?.name !== name || here.checksum !== checksum;
  });
  if (!odd) return;
  if (own.some(({ name }) => name === odd.name)) {
    throw new OperatorError(
      `The backup has another migration ${odd.name} than this version of Fieldline; restore it with the version that took it (${application}).`,
    );
  }
  throw new OperatorError(
    `The backup was taken by a newer Fieldline (${application}): it has the migration ${odd.name}, which this version does not know; restore it with that version.`,
  );
}

/** Runs with a root under which there are the migrations of the backup and no others. */
export async function withMigrationsOf<Value>(
  { migrations }: Head,
  root: string,
  work: (root: string) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), "fieldline-migrations-"));
  try {
    mkdirSync(migrationsIn(folder), { recursive: true });
    for (const { name } of migrations) {
      cpSync(join(migrationsIn(root), name), join(migrationsIn(folder), name), { recursive: true });
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
