// The words of this call: the wave's release and the values of its placeholders.

import type { CompiledRelease } from "@fieldline/interview";
import type { CaseOnDesk } from "@fieldline/protocol";
import { useTicking } from "@fieldline/ui";
import { useEffect, useState } from "react";
import { placeholderValues } from "../interview/placeholders.ts";
import { waveOf } from "../seat/seat-state.ts";
import { useSeat, useSeatState } from "../use-seat.ts";

/** The release in force, fetched once; `null` until it is there. */
export function useRelease(): CompiledRelease | null {
  const seat = useSeat();
  const fingerprint = waveOf(useSeatState())?.release?.fingerprint;
  const [release, setRelease] = useState<CompiledRelease | null>(null);
  useEffect(() => {
    if (!fingerprint) return;
    void seat.release(fingerprint).then((reply) => {
      if (reply.ok) setRelease(reply.value);
    });
  }, [seat, fingerprint]);
  return release;
}

/** Values by placeholder for a language and what is left to ask; the greeting follows the clock. */
export function useValues(
  release: CompiledRelease | null,
  held: CaseOnDesk,
  language: string,
  unitsLeft: number | null,
): Readonly<Record<string, string>> {
  const seat = useSeat();
  const state = useSeatState();
  const wave = waveOf(state);
  const fieldNow = useTicking(seat.fieldNow, 30_000);
  if (!release) return {};
  return placeholderValues({
    instrument: release.release.instrument,
    language,
    fieldNow,
    timeZone: held.timeZone,
    interviewerName: state.me?.displayName ?? "",
    institute: wave?.institute ?? null,
    client: wave?.client ?? null,
    verificationNumber: wave?.verificationNumber ?? null,
    unitsLeft: unitsLeft ?? release.release.instrument.units.length,
  });
}
