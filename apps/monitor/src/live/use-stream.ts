// A live stream of a wave as a part of the page: drawn again whenever news come or stay away.

import type { LiveState } from "@fieldline/client";
import type { StreamName } from "@fieldline/protocol";
import { useCallback, useSyncExternalStore } from "react";
import { live } from "../client.ts";

const unwatched = { phase: "connecting", held: null, heardAt: null, problem: null } as const;
const nothing = (): void => undefined;

/** Not watched where it is not `wanted`: by those who may not see it. */
export function useStream<Name extends StreamName>(
  stream: Name,
  waveId: string,
  wanted = true,
): LiveState<Name> {
  const watch = useCallback(
    (changed: () => void) => (wanted ? live.watch(stream, waveId, changed) : nothing),
    [stream, waveId, wanted],
  );
  return useSyncExternalStore(watch, () => (wanted ? live.state(stream, waveId) : unwatched));
}
