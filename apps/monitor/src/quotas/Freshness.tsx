// Says whether the figures are live, as of when, and if not, since when not.

import { useWording } from "@fieldline/wording";
import { clockTime } from "../format.ts";

interface FreshnessProps {
  /** Machine time of the server's last answer. */
  readonly asOf: string;
  readonly live: boolean;
}

/** The notice has a place of its own, so that a screen reader hears when it comes and when it goes. */
export function Freshness({ asOf, live }: FreshnessProps) {
  const { t, language } = useWording();
  const time = clockTime(Date.parse(asOf), language);
  return (
    <div className="mo-fresh">
      <p role="status" className={live ? "fl-visually-hidden" : "mo-stale"}>
        {live ? t("monitor.quotas.live") : t("monitor.quotas.notLive", { time })}
      </p>
      {live && <span className="fl-soft">{t("monitor.quotas.asOfLive", { time })}</span>}
    </div>
  );
}
