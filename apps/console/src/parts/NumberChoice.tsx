// The other numbers of the record; before the dial one key goes from one to the next.

import type { CaseOnDesk } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { callKeys } from "../keys/commands.ts";
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
            {each.closed && `, ${t("console.call.numberClosed")}`}
            {each.attempts > 0 && `, ${t("console.call.numberAttempts", { count: each.attempts })}`}
          </span>
        </ActionButton>
      ))}
    </fieldset>
  );
}
