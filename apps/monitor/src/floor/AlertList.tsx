// The alerts of a wave, one line a kind: on the wall and above the floor.

import type { CountryStanding, DeskRow } from "@fieldline/protocol";
import { countryName, type Translate, useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import { type Alert, alertKinds, alertsOf } from "./alerts.ts";
import { useMachineNow } from "./machine-time.ts";

interface AlertListProps {
  readonly desks: readonly DeskRow[];
  readonly countries: readonly CountryStanding[];
}

/** As many of one kind as are named; the others are counted. */
const named = 3;

/** Only inside `MachineTimeHere`. A screen reader hears when an alert comes. */
export function AlertList({ desks, countries }: AlertListProps) {
  const { t, language } = useWording();
  const alerts = alertsOf({ desks, countries, now: useMachineNow() });
  const kinds = alertKinds
    .map((kind) => ({ kind, of: alerts.filter((alert) => alert.kind === kind) }))
    .filter(({ of }) => of.length > 0);
  return (
    <section className="mo-alerts" aria-labelledby="alerts">
      <h2 id="alerts" className="mo-strip__title">
        {t("monitor.alerts.title")} {alerts.length > 0 && <strong>{number(alerts.length, language)}</strong>}
      </h2>
      <div aria-live="polite">
        {kinds.length === 0 ? (
          <p>{t("monitor.alerts.none")}</p>
        ) : (
          <ul>
            {kinds.map(({ kind, of }) => (
              <li key={kind} data-alert={kind}>
                <strong>{t(`monitor.alerts.${kind}`)}:</strong> {namesOf(of, t, language)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function namesOf(alerts: readonly Alert[], t: Translate, language: string): string {
  const names = alerts.slice(0, named).map((alert) => nameOf(alert, language));
  const others = alerts.length - names.length;
  if (others === 0) return names.join(", ");
  return `${names.join(", ")} ${t("monitor.alerts.more", { others: number(others, language) })}`;
}

function nameOf(alert: Alert, language: string): string {
  switch (alert.kind) {
    case "silent":
    case "long":
      return alert.desk.name;
    case "overQuota":
      return `${countryName(alert.country, language)} ${number(alert.interviews, language)}`;
    case "slow":
      return countryName(alert.country, language);
  }
}
