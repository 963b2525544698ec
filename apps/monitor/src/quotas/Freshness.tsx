// Says whether the figures are live, as of when, and if not, since when not.

import { useWording } from "@fieldline/wording";
import { clockTime } from "../format.ts";
import type { Freshness as Kind } from "../live/freshness.ts";

interface FreshnessProps {
  /** Machine time of the server's last word. */
  readonly asOf: string;
  readonly freshness: Kind;
}

/** The notice has a place of its own, so that a screen reader hears when it comes and when it goes. */
export function Freshness({ asOf, freshness }: FreshnessProps) {
  const { t, language } = useWording();
  const time = clockTime(Date.parse(asOf), language);
  const notices = {
    opening: "",
    live: t("monitor.quotas.live"),
    polled: t("monitor.quotas.polled", { time }),
    stale: t("monitor.quotas.notLive", { time }),
  };
  const quiet = freshness === "live" || freshness === "opening";
  return (
    <div className="mo-fresh">
      <p role="status" className={quiet ? "fl-visually-hidden" : "mo-stale"}>
        {notices[freshness]}
      </p>
      {quiet && (
        <span className="fl-soft">
          {t(freshness === "live" ? "monitor.quotas.asOfLive" : "monitor.asOf", { time })}
        </span>
      )}
    </div>
  );
}
