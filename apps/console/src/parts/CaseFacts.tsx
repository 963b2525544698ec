// The head of the call screen: number, kind, country, local time, which attempt, why this case.

import type { CaseOnDesk } from "@fieldline/protocol";
import { FieldClock } from "@fieldline/ui";
import { countryName, reasonWhyThis, useWording } from "@fieldline/wording";
import { useSeat } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface CaseFactsProps {
  readonly held: CaseOnDesk;
  readonly numberId: string;
  /** A call is under way: no other number can be chosen now. */
  readonly locked: boolean;
  readonly onNumber: (id: string) => void;
}

export function CaseFacts({ held, numberId, locked, onNumber }: CaseFactsProps) {
  const seat = useSeat();
  const { t, language } = useWording();
  const number = held.numbers.find(({ id }) => id === numberId);
  const openNumbers = held.numbers.filter(({ closed }) => !closed).length;
  return (
    <header className="fl-panel co-case">
      <div>
        <p className="fl-soft co-case__reference">{t("console.call.case", { reference: held.reference })}</p>
        <h1 className="co-case__number">{number?.display ?? "–"}</h1>
        <p>
          {number && t(`console.call.kind.${number.kind}`)}
          {number &&
            ` · ${t("console.call.attempt", { attempt: number.attempts + 1, limit: held.attemptLimit })}`}
        </p>
      </div>
      <div className="co-case__where">
        <p className="co-case__country">{countryName(held.country, language)}</p>
        <FieldClock
          fieldNow={seat.fieldNow}
          zone={held.timeZone}
          label={t("console.call.localTime")}
          withDay={false}
        />
        <p>
          {held.askFor ? t("console.call.askFor", { name: held.askFor }) : t("console.call.askForAnyone")}
        </p>
      </div>
      <div className="co-case__why">
        <h2>{t("console.why.title")}</h2>
        <ul>
          {held.reasons.map((reason) => (
            <li key={reason.code}>{reasonWhyThis(t, reason)}</li>
          ))}
        </ul>
      </div>
      {held.numbers.length > 1 && (
        <fieldset className="co-case__numbers">
          <legend>{t("console.call.numbers")}</legend>
          {held.numbers.map((each) => (
            <ActionButton
              key={each.id}
              pressed={each.id === numberId}
              disabled={each.closed || locked}
              {...(openNumbers > 1 && !each.closed && each.id !== numberId ? { keyName: "n" } : {})}
              onPress={() => onNumber(each.id)}
            >
              <span className="co-number">{each.display}</span>
              <span className="fl-soft">
                {t(`console.call.kind.${each.kind}`)}
                {each.closed && `, ${t("console.call.numberClosed")}`}
                {each.attempts > 0 && `, ${t("console.call.numberAttempts", { count: each.attempts })}`}
              </span>
            </ActionButton>
          ))}
        </fieldset>
      )}
    </header>
  );
}
