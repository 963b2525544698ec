// The desks of a wave as they stand now, for those who may see the floor.

import type { Floor } from "@fieldline/protocol";
import { client } from "../client.ts";
import { type Pushed, type Source, usePushed } from "../live/use-pushed.ts";
import { useMay } from "../session/use-me.ts";

const floor: Source<"floor", Floor> = {
  stream: "floor",
  key: (wave) => ["floor", wave],
  ask: client.readFloor,
  from: (waveId, { asOf, rows }) => ({ waveId, asOf, desks: [...rows.desks.values()] }),
};

export const useFloor = (wave: string): Pushed<Floor> => usePushed(floor, wave, useMay("floor.read"));
