// The free quarters of an hour of a day to choose one from, hour by hour; arrows go from one to the next.

import { useWording } from "@fieldline/wording";
import { useId } from "react";
import type { FreeTime } from "./slots.ts";

interface FreeTimesProps {
  readonly times: readonly FreeTime[];
  readonly chosen: string;
  readonly choose: (time: string) => void;
}

export function FreeTimes({ times, chosen, choose }: FreeTimesProps) {
  const { t } = useWording();
  const name = useId();
  return (
    <fieldset className="mo-slots">
      <legend>{t("monitor.cases.correct.time")}</legend>
      <div className="mo-slots__times">
        {times.map(({ time, load }) => (
          <label key={time} style={{ gridColumn: Number(time.slice(3)) / 15 + 1 }}>
            <input
              type="radio"
              name={name}
              value={time}
              checked={time === chosen}
              onChange={() => choose(time)}
            />
            {time}
            {load > 0 && (
              <span className="mo-slots__load" title={t("monitor.cases.correct.load", { count: load })}>
                <span aria-hidden="true">{load}</span>
                <span className="fl-visually-hidden">
                  , {t("monitor.cases.correct.load", { count: load })}
                </span>
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
