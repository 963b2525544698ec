// Exports of a wave, and making a new one.

import type { ExportBody, ExportList } from "@fieldline/protocol";
import { routes } from "@fieldline/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../client.ts";

const keyOf = (wave: string) => ["exports", wave] as const;

export const useExports = (wave: string, allowed: boolean) =>
  useQuery({ queryKey: keyOf(wave), queryFn: () => answered(client.listExports(wave)), enabled: allowed });

export function useCreateExport(wave: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answered(client.createExport(wave, "csv")),
    onSuccess: (made: ExportBody) => {
      queries.setQueryData<ExportList>(keyOf(wave), (old) => ({ exports: [made, ...(old?.exports ?? [])] }));
      return queries.invalidateQueries({ queryKey: keyOf(wave) });
    },
  });
}

/** Where the browser gets a file from. */
export const fileAddress = (exportId: string, name: string): string =>
  routes.exportFile.path
    .replace(":export", encodeURIComponent(exportId))
    .replace(":file", encodeURIComponent(name));
