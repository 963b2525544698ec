// Earlier attempts of the case, one line each, in the respondent's local time.

import type { CaseOnDesk } from "@fieldline/protocol";
import {
  dayOfWeek,
  outcomeLabel,
  outcomeShortLabel,
  type Strings,
  timeOfDay,
  useWording,
} from "@fieldline/wording";

export function History({ held }: { readonly held: CaseOnDesk }) {
  const { t, language } = useWording();
  const displayOf = (numberId: string): string =>
    held.numbers.find(({ id }) => id === numberId)?.display ?? "";
  return (
    <section className="fl-panel co-history">
      <h2>{t("console.call.history")}</h2>
      {held.attempts.length === 0 ? (
        <p className="fl-soft">{t("console.call.noHistory")}</p>
      ) : (
        <ol reversed>
          {held.attempts.toReversed().map((attempt) => {
            const at = Date.parse(attempt.dialledFieldAt);
            const { disposition, interviewer, numberId, reason } = attempt;
            const who = [
              ...(held.numbers.length > 1 ? [displayOf(numberId)] : []),
              interviewer,
              ...(reason === null ? [] : [t(`outcomes.reason.${reason as RefusalReason}`)]),
            ].join(" · ");
            return (
              <li key={attempt.id} title={disposition ? outcomeLabel(t, disposition) : undefined}>
                <span className="co-number">
                  {dayOfWeek(at, held.timeZone, language)} {timeOfDay(at, held.timeZone, language)}
                </span>{" "}
                <strong>
                  {disposition ? outcomeShortLabel(t, disposition) : t("console.call.notClosed")}
                </strong>{" "}
                <span className="fl-soft">{who}</span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

type RefusalReason = keyof Strings["outcomes"]["reason"];
