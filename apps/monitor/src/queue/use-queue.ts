// What waits in a wave, and the appointments of a day, both asked for again every few seconds.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, client } from "../client.ts";

const everySoOften = 5_000;

export const useQueue = (wave: string) =>
  useQuery({
    queryKey: ["queue", wave],
    queryFn: () => answered(client.readQueue(wave)),
    refetchInterval: everySoOften,
  });

/** Of a local date; of today without one. */
export const useAppointmentLoad = (wave: string, date: string | undefined) =>
  useQuery({
    queryKey: ["appointment-load", wave, date ?? ""],
    queryFn: () => answered(client.readAppointmentLoad(wave, date)),
    placeholderData: keepPreviousData,
    refetchInterval: everySoOften,
  });
