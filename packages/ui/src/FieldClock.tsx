// Field time of a wave, running on, in a zone that is named.

import { dayOfWeek, timeOfDay, useWording, zoneName } from "@fieldline/wording";
import { useTicking } from "./use-ticking.ts";

export interface FieldClockProps {
  /** Field time now, in milliseconds since 1970; keep the function's identity between renders. */
  readonly fieldNow: () => number;
  /** IANA zone the time is shown in. */
  readonly zone: string;
  /** What the clock shows, where it is not simply the field time. */
  readonly label?: string;
  readonly withDay?: boolean;
}

export function FieldClock({ fieldNow, zone, label, withDay = true }: FieldClockProps) {
  const { t, language } = useWording();
  const now = useTicking(fieldNow);
  return (
    <span className="fl-clock">
      {label ?? t("common.fieldTime")}{" "}
      <time dateTime={new Date(now).toISOString()}>
        {withDay && `${dayOfWeek(now, zone, language)}, `}
        {timeOfDay(now, zone, language, true)}
      </time>{" "}
      ({zoneName(t, zone)})
    </span>
  );
}
