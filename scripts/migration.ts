// Writes the next migration from what changed in prisma/schema: npm run migration -- NAME

import { join, relative, resolve } from "node:path";
import { writeMigration } from "../apps/server/src/platform/db/migrations.ts";
import { asProcess, OperatorError } from "../apps/server/src/platform/problems/operator-error.ts";

await asProcess(async () => {
  const name = process.argv[2];
  if (!name) throw new OperatorError("Name the migration: npm run migration -- add_notes");
  const prisma = resolve(import.meta.dirname, "../prisma");
  const path = await writeMigration(join(prisma, "schema"), join(prisma, "migrations"), name, new Date());
  console.log(
    path
      ? `Wrote ${relative(process.cwd(), path)}. Read it, add checks and partial indexes by hand, commit it.`
      : "The schema has not changed since the last migration.",
  );
});
