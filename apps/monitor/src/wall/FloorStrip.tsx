// What is going on at the desks, and what to look at: the lower strip of the wall.

import type { QuotaBoard } from "@fieldline/protocol";
import { AlertList } from "../floor/AlertList.tsx";
import { MachineTimeHere, useMachineTime } from "../floor/machine-time.ts";
import { useFloor } from "../floor/use-floor.ts";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { DeskCounts } from "./DeskCounts.tsx";

/** Who may not see the floor is told of countries only. */
export function FloorStrip({ board }: { readonly board: QuotaBoard }) {
  const wave = useWaveHere();
  const floor = useFloor(wave.id);
  const time = useMachineTime(floor.value?.asOf ?? null, floor.freshness !== "stale");
  return (
    <div className="mo-strip mo-floorstrip">
      {useMay("floor.read") && <DeskCounts floor={floor} />}
      <MachineTimeHere value={time}>
        <AlertList desks={floor.value?.desks ?? []} countries={board.countries} />
      </MachineTimeHere>
    </div>
  );
}
