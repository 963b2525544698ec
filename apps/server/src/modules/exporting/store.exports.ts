// Exports as they are kept: what was in them and their files, byte for byte.

import type { ExportedFile } from "@fieldline/datafile";
import { Prisma } from "../../platform/db/generated/client.ts";
import type { ReadTx, WriteTx } from "../../platform/tx.ts";

export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** An export's row with its wave; the files' contents stay where they are. */
const head = {
  id: true,
  waveId: true,
  userId: true,
  interviews: true,
  countries: true,
  createdAt: true,
  fieldAt: true,
  wave: { select: { mode: true } },
} as const;

export const findExport = (tx: ReadTx, id: string) => tx.export.findUnique({ where: { id }, select: head });

export const exportsOfWave = (tx: ReadTx, waveId: string) =>
  tx.export.findMany({ where: { waveId }, orderBy: [{ createdAt: "desc" }, { id: "asc" }], select: head });

export type StoredExport = NonNullable<Awaited<ReturnType<typeof findExport>>>;

/** The files of some exports without their contents, in the order of their names. */
export async function filesOf(
  tx: ReadTx,
  exportIds: readonly string[],
): Promise<ReadonlyMap<string, StoredFile[]>> {
  const rows = await tx.$queryRaw<(StoredFile & { readonly exportId: string })[]>(Prisma.sql`
    select export_id as "exportId", name, content_type as "contentType", octet_length(content) as bytes, sha256
    from export_file where export_id = any(${exportIds}::uuid[])
    order by export_id, name`);
  const byExport = new Map<string, StoredFile[]>();
  for (const { exportId, ...file } of rows) byExport.set(exportId, [...(byExport.get(exportId) ?? []), file]);
  return byExport;
}

export const findFile = (tx: ReadTx, exportId: string, name: string) =>
  tx.exportFile.findUnique({ where: { exportId_name: { exportId, name } } });

export interface NewExport {
  readonly id: string;
  readonly waveId: string;
  readonly userId: string;
  readonly interviews: number;
  readonly countries: string[];
  readonly createdAt: Date;
  readonly fieldAt: Date;
}

export async function keepExport(tx: WriteTx, row: NewExport, files: readonly ExportedFile[]): Promise<void> {
  await tx.export.create({ data: { ...row, format: "csv" } });
  await tx.exportFile.createMany({ data: files.map((file) => ({ exportId: row.id, ...file })) });
}
