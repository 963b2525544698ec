// How a country stands at this minute: whether it may be called, in which part of the day, else why not and until when.

import { useWording } from "@fieldline/wording";
import { shortDayAndTime } from "../format.ts";
import { type QueueCountry, standstill } from "./waiting.ts";

export function StandsHow({ of }: { readonly of: QueueCountry }) {
  const { t, language } = useWording();
  const { daypart, opensAt, timeZone } = of;
  const still = standstill(of);
  if (still === null) {
    return <>{t(daypart ? `monitor.queue.callable.${daypart}` : "monitor.queue.callable.now")}</>;
  }
  const dated = still === "holiday" || still === "sunday" || still === "hours";
  return (
    <>
      <strong className="mo-queue__still">{t(`monitor.queue.still.${still}`)}</strong>
      {dated && (
        <>
          <br />
          {opensAt === null
            ? t("monitor.queue.neverOpens")
            : t("monitor.queue.opens", { time: shortDayAndTime(opensAt, timeZone, language) })}
        </>
      )}
    </>
  );
}
