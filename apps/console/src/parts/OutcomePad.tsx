// The outcome keys, in groups, with the proposed one lit and the chosen one pressed.

import type { DispositionKey } from "@fieldline/calling";
import { outcomeLabel, outcomeShortLabel, useWording } from "@fieldline/wording";
import { ActionButton } from "./ActionButton.tsx";
import { digitOf, type OutcomeGroup } from "./offered-outcomes.ts";

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
  return (
    <div className="co-pad">
      {groups.map((group) => (
        <fieldset key={group.situation} className="co-pad__group">
          <legend>{t(`outcomes.situation.${group.situation}`)}</legend>
          {group.outcomes.map((outcome) => (
            <ActionButton
              key={outcome}
              className="co-pad__key"
              keyName={String(digitOf(groups, outcome))}
              disabled={disabled}
              pressed={chosen === outcome}
              onPress={() => onChoose(outcome)}
            >
              <span>
                {short ? outcomeShortLabel(t, outcome) : outcomeLabel(t, outcome)}{" "}
                {proposed === outcome && <em className="co-proposed">{t("console.call.proposed")}</em>}
              </span>
            </ActionButton>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
