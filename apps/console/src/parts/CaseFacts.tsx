// The head of the call screen: number, kind, country, local time, whom to ask for, which attempt, why this case.

import type { CaseOnDesk } from "@fieldline/protocol";
import { FieldClock } from "@fieldline/ui";
import { countryName, useWording } from "@fieldline/wording";
import { isInbound } from "../outcome/number-to-ring.ts";
import type { CallAtTheKeyboard } from "../screens/use-call.ts";
import { useSeat } from "../use-seat.ts";
import { AskFor } from "./AskFor.tsx";
import { NumberChoice } from "./NumberChoice.tsx";
import { Reasons } from "./Reasons.tsx";

export interface CaseFactsProps {
  readonly held: CaseOnDesk;
  readonly at: CallAtTheKeyboard;
}

export function CaseFacts({ held, at }: CaseFactsProps) {
  const seat = useSeat();
  const { t, language } = useWording();
  const number = held.numbers.find(({ id }) => id === at.numberId);
  return (
    <header className="fl-panel co-case">
      <div>
        <p className="fl-soft co-case__reference">
          {t("console.call.case", { reference: held.reference })}
          {number && ` · ${t(`console.call.kind.${number.kind}`)}`}
          {number &&
            !isInbound(held) &&
            ` · ${t("console.call.attempt", { attempt: number.attempts + 1, limit: held.attemptLimit })}`}
        </p>
        <h1 className="co-case__number">
          {at.byHand && number?.dialLink ? (
            <a href={number.dialLink} onMouseDown={(event) => event.preventDefault()}>
              {number.display}
            </a>
          ) : (
            (number?.display ?? "–")
          )}
        </h1>
        {held.numbers.length > 1 && <NumberChoice held={held} at={at} />}
      </div>
      <div className="co-case__where">
        <p className="co-case__country">{countryName(held.country, language)}</p>
        <FieldClock
          fieldNow={seat.fieldNow}
          zone={held.timeZone}
          label={t("console.call.localTime")}
          withDay={false}
        />
        <AskFor held={held} at={at} />
      </div>
      <Reasons held={held} />
    </header>
  );
}
