// How a case stands: its state and what comes next, who has it, its last and final outcome, its numbers.

import type { CasePage } from "@fieldline/protocol";
import { countryName, languageName, outcomeLabel, useWording, zoneName } from "@fieldline/wording";
import type { ReactNode } from "react";
import { clockTime, dayAndTime, shortDayAndTime } from "../format.ts";
import { turnWords } from "./turn-words.ts";

export function CaseFacts({ page }: { readonly page: CasePage }) {
  const { t, language } = useWording();
  const { lease, numbers, state, timeZone } = page;
  const place = zoneName(t, timeZone);
  const outcome = (key: string | null): string => (key === null ? t("monitor.none") : outcomeLabel(t, key));
  return (
    <section className="mo-card" aria-label={t("monitor.cases.standing")}>
      <div className="mo-card__body mo-card__halves">
        <dl className="mo-settings mo-case__facts">
          <Fact name={t("monitor.cases.column.state")}>
            <strong>{t(`monitor.cases.state.${state}`)}</strong>
            {page.closedAt !== null && ` · ${dayAndTime(page.closedAt, undefined, language)}`}
          </Fact>
          <Fact name={t("monitor.cases.next")}>
            {page.next === null ? t("monitor.cases.nothingNext") : t(`monitor.cases.why.${page.next}`)}
            {page.dueAt !== null && (
              <>
                <br />
                {t("monitor.cases.dueThere", {
                  time: shortDayAndTime(page.dueAt, timeZone, language),
                  place,
                })}
              </>
            )}
          </Fact>
          <Turn page={page} />
          <Fact name={t("monitor.cases.desk")}>
            {lease === null
              ? t("monitor.cases.onNoDesk")
              : t(lease.connected ? "monitor.cases.leaseConnected" : "monitor.cases.lease", {
                  name: lease.holder,
                  since: clockTime(Date.parse(lease.since), language),
                  until: clockTime(Date.parse(lease.until), language),
                })}
          </Fact>
          <Fact name={t("monitor.cases.column.disposition")}>{outcome(page.lastDisposition)}</Fact>
          <Fact name={t("monitor.cases.finalOutcome")}>
            {outcome(page.finalDisposition)}
            {page.finalCode !== null && ` (${page.finalCode})`}
          </Fact>
        </dl>
        <dl className="mo-settings mo-case__facts">
          <Fact name={t("monitor.interviews.country")}>{countryName(page.country, language)}</Fact>
          <Fact name={t("monitor.cases.region")}>{page.region}</Fact>
          <Fact name={t("monitor.cases.zone")}>{place}</Fact>
          {page.language !== null && (
            <Fact name={t("monitor.cases.goesOnIn")}>{languageName(page.language, language)}</Fact>
          )}
          {numbers.map((one) => (
            <Fact key={one.id} name={t("monitor.cases.numberOf", { position: one.position })}>
              {[
                t(`monitor.cases.kind.${one.kind}`),
                t("monitor.cases.dials", { count: one.attempts }),
                one.closedAs && t("monitor.cases.closedAs", { outcome: outcomeLabel(t, one.closedAs) }),
                one.doNotCall && t("monitor.cases.doNotCall"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Fact>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** What else stands in the way of handing it out, and for whom it is. */
function Turn({ page }: { readonly page: CasePage }) {
  const { t, language } = useWording();
  const lines = turnWords(page, t, language);
  if (lines.length === 0) return null;
  return (
    <Fact name={t("monitor.cases.turn.title")}>
      <ul className="mo-case__turn">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Fact>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
