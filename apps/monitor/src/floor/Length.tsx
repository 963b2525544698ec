// How long an interview has lasted by now, in words against what is usual in its country.

import { duration, useWording } from "@fieldline/wording";
import { againstMedian, medianWords } from "./against-median.ts";
import { useMachineNow } from "./machine-time.ts";

interface LengthProps {
  /** Machine time at which the interview began. */
  readonly since: string;
  readonly medianMinutes: number | null;
}

export function Length({ since, medianMinutes }: LengthProps) {
  const wording = useWording();
  const lasted = useMachineNow() - Date.parse(since);
  return (
    <>
      {duration(lasted)}{" "}
      <span className="mo-floor__second fl-soft" data-length={againstMedian(lasted, medianMinutes)}>
        {medianWords(lasted, medianMinutes, wording)}
      </span>
    </>
  );
}
