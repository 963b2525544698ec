// The outcome keys, in groups, with the proposed one lit and the chosen one pressed.

import type { DispositionKey } from "@fieldline/calling";
import { outcomeLabel, outcomeShortLabel, useWording } from "@fieldline/wording";
import type { OutcomeGroup } from "../outcome/offered-outcomes.ts";
import { keyOfOutcome } from "../outcome/outcome-keys.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface OutcomePadProps {
  readonly groups: readonly OutcomeGroup[];
  readonly proposed: DispositionKey | null;
  readonly chosen: DispositionKey | null;
  readonly disabled: boolean;
  /** Few words on each key, where there is little room. */
  readonly short?: boolean;
  readonly onChoose: (outcome: DispositionKey) => void;
}

export function OutcomePad({ groups, proposed, chosen, disabled, short = false, onChoose }: OutcomePadProps) {
  const { t } = useWording();
  const wordsOf = short ? outcomeShortLabel : outcomeLabel;
  return (
    <div className="co-pad" data-short={short}>
      {groups.map((group) => (
        <fieldset key={group.situation} className="co-pad__group" data-situation={group.situation}>
          <legend>{t(`outcomes.situation.${group.situation}`)}</legend>
          {group.outcomes.map((outcome) => {
            const keyName = keyOfOutcome(outcome);
            return (
              <ActionButton
                key={outcome}
                className={`co-pad__key ${proposed === outcome ? "co-pad__key--lit" : ""}`}
                {...(keyName ? { keyName } : {})}
                disabled={disabled}
                pressed={chosen === outcome}
                onPress={() => onChoose(outcome)}
              >
                <span>
                  {wordsOf(t, outcome)}
                  {proposed === outcome && (
                    <em className={short ? "fl-visually-hidden" : "co-proposed"}>
                      {" "}
                      {t("console.call.proposed")}
                    </em>
                  )}
                </span>
              </ActionButton>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
}
