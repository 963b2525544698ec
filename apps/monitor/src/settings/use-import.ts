// Bringing in a file, and what became of each of its rows.

import type { Reply } from "@fieldline/client";
import type { DoNotCallImportReply, SampleImportReply } from "@fieldline/protocol";
import { useMutation } from "@tanstack/react-query";
import { answered } from "../client.ts";
import { useAfresh } from "./use-settings.ts";

export type RefusedRow = SampleImportReply["refusals"][number];

export interface Brought<Value> {
  readonly reply: Value;
  /** Name of the file, for the report. */
  readonly source: string;
}

export interface FileToBring {
  readonly source: string;
  readonly file: Blob;
}

/** `bring` is one of the client's imports. */
export function useImport<Value extends SampleImportReply | DoNotCallImportReply>(
  wave: string,
  bring: (wave: string, source: string, file: Blob) => Promise<Reply<Value>>,
) {
  const afresh = useAfresh(wave);
  return useMutation({
    mutationFn: async ({ source, file }: FileToBring): Promise<Brought<Value>> => ({
      reply: await answered(bring(wave, source, file)),
      source,
    }),
    onSuccess: afresh,
  });
}
