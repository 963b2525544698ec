// What an interviewer is doing, for how long by now, and when nothing was heard of the desk, since when.

import type { DeskRow } from "@fieldline/protocol";
import { duration, useWording } from "@fieldline/wording";
import { clockTime } from "../format.ts";
import { useMachineNow } from "./machine-time.ts";
import { silentSince } from "./silent-since.ts";

export function StateSince({ desk }: { readonly desk: DeskRow }) {
  const { t, language } = useWording();
  const now = useMachineNow();
  const silent = silentSince(desk, now);
  return (
    <>
      <span className="mo-floor__state">{t(`monitor.floor.state.${desk.state}`)}</span>{" "}
      <span className="mo-floor__second fl-soft">
        {t("monitor.floor.since", { time: duration(now - Date.parse(desk.since)) })}
      </span>{" "}
      {silent !== null && (
        <strong className="mo-floor__second mo-floor__silent">
          {t("monitor.floor.lastSeen", { time: clockTime(silent, language) })}
        </strong>
      )}
    </>
  );
}
