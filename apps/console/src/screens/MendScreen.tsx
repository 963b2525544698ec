// A wrong outcome is mended, until the next case: the pad once more, for the call that is over.

import { type DispositionKey, isDispositionKey } from "@fieldline/calling";
import { outcomeLabel, useWording } from "@fieldline/wording";
import { useKeys } from "../keys/use-keys.ts";
import { offeredOutcomes, standingOf } from "../outcome/offered-outcomes.ts";
import { useOutcome } from "../outcome/use-outcome.ts";
import { ActionButton } from "../parts/ActionButton.tsx";
import { FollowUp } from "../parts/FollowUp.tsx";
import { OutcomeEntry } from "../parts/OutcomeEntry.tsx";
import { OutcomePad } from "../parts/OutcomePad.tsx";
import type { LastAttempt } from "../seat/seat-state.ts";
import { useSeat, useSeatState } from "../use-seat.ts";

export function MendScreen({ attempt }: { readonly attempt: LastAttempt }) {
  const seat = useSeat();
  const { doing } = useSeatState();
  const { t } = useWording();
  const before: DispositionKey | null = isDispositionKey(attempt.disposition) ? attempt.disposition : null;
  const groups = offeredOutcomes(before ? standingOf(before) : null);
  const outcome = useOutcome({
    groups,
    proposed: null,
    at: { mending: true },
    onEnter: (entered, told) => void seat.mendOutcome(entered, told),
  });
  const close = (): void => seat.show("desk");
  useKeys((intent) => {
    if (doing !== null || outcome.step) return false;
    if (outcome.handle(intent)) return true;
    return intent.kind === "escape" || intent.kind === "erase" ? close() : false;
  });
  return (
    <main className="co-page co-outcome" data-step={outcome.step ?? undefined}>
      <header className="co-row co-outcome__head">
        <div>
          <h1>{t("console.mend.title")}</h1>
          <p>
            {t("console.mend.before")}: <strong>{outcomeLabel(t, attempt.disposition)}</strong>
          </p>
        </div>
        <ActionButton keyName={t("common.key.escape")} onPress={close}>
          {t("console.mend.keep")}
        </ActionButton>
      </header>
      {outcome.step !== "when" && (
        <OutcomePad
          short={groups.length > 1}
          groups={groups}
          proposed={null}
          chosen={outcome.chosen ?? before}
          disabled={doing !== null || outcome.step !== null}
          onChoose={outcome.choose}
        />
      )}
      {outcome.step ? (
        <FollowUp outcome={outcome} caseId={attempt.caseId} />
      ) : (
        <div className="co-outcome__entry">
          <OutcomeEntry outcome={outcome} />
        </div>
      )}
    </main>
  );
}
