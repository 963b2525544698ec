// The other numbers of the record and why the rules propose the one they do; one key goes from one to the next.

import type { CaseOnDesk } from "@fieldline/protocol";
import { outcomeShortLabel, useWording } from "@fieldline/wording";
import { callKeys } from "../keys/commands.ts";
import { closedAs, whyNumber } from "../outcome/number-to-ring.ts";
import type { CallAtTheKeyboard } from "../screens/use-call.ts";
import { useSeat } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface NumberChoiceProps {
  readonly held: CaseOnDesk;
  readonly at: CallAtTheKeyboard;
}

export function NumberChoice({ held, at }: NumberChoiceProps) {
  const seat = useSeat();
  const { t } = useWording();
  const movable = !at.call && held.numbers.filter(({ closed }) => !closed).length > 1;
  const why = whyNumber(held);
  const last = held.attempts.at(-1)?.disposition;
  const outcome = last ? outcomeShortLabel(t, last) : t("console.call.notClosed");
  const closedWords = (id: string): string => {
    const as = closedAs(held, id);
    return as === null
      ? t("console.call.numberClosed")
      : t("console.call.numberClosedAs", { outcome: outcomeShortLabel(t, as) });
  };
  const others = held.numbers.filter(({ id }) => id !== at.numberId);
  return (
    <fieldset className="co-case__numbers">
      <legend className="fl-visually-hidden">{t("console.call.numbers")}</legend>
      {others.map((each) => (
        <ActionButton
          key={each.id}
          disabled={each.closed || at.call !== null}
          {...(movable && !each.closed && each.id !== at.numberId ? { keyName: callKeys.number } : {})}
          onPress={() => seat.chooseNumber(each.id)}
        >
          <span className="co-number">{each.display}</span>
          <span className="fl-soft">
            {t(`console.call.kind.${each.kind}`)}
            {each.closed && `, ${closedWords(each.id)}`}
            {each.attempts > 0 && `, ${t("console.call.numberAttempts", { count: each.attempts })}`}
          </span>
          {each.next && !each.closed && <em className="co-mark">{t("console.call.proposed")}</em>}
        </ActionButton>
      ))}
      {why && !at.call && (
        <p className="fl-soft fl-small co-case__why-number">
          {t(`console.call.whyNumber.${why}`, { outcome })}
        </p>
      )}
    </fieldset>
  );
}
