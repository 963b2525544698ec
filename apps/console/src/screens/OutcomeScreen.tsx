// After an interview: the outcome proposed from what happened, changed by key, entered with Enter.

import { type DispositionKey, proposeDisposition } from "@fieldline/calling";
import type { CaseOnDesk } from "@fieldline/protocol";
import { outcomeLabel, useWording } from "@fieldline/wording";
import type { Snapshot } from "../interview/live-interview.ts";
import { useKeys } from "../keys/use-keys.ts";
import { OutcomeEntry } from "../parts/OutcomeEntry.tsx";
import { OutcomePad } from "../parts/OutcomePad.tsx";
import { offeredOutcomes } from "../parts/offered-outcomes.ts";
import { SaveBadge } from "../parts/SaveBadge.tsx";
import { useLeaveWarning } from "../parts/use-leave-warning.ts";
import { useOutcome } from "../parts/use-outcome.ts";
import type { Call } from "../seat/seat-state.ts";
import { useSeatState } from "../use-seat.ts";

export function OutcomeScreen({ held }: { readonly held: CaseOnDesk }) {
  const { t } = useWording();
  const { call, interview, doing } = useSeatState();
  const snapshot = interview?.snapshot() ?? null;
  const groups = offeredOutcomes(snapshot?.state.status ?? null);
  const proposed = call && snapshot ? proposal(call, snapshot) : null;
  const outcome = useOutcome(groups, proposed);
  useLeaveWarning(interview?.queue ?? null);
  useKeys((intent) => {
    if (doing === null) outcome.handle(intent);
  });
  return (
    <main className="co-page co-outcome">
      <header className="co-row co-outcome__head">
        <div>
          <p className="fl-soft">{t("console.call.case", { reference: held.reference })}</p>
          <h1>{t("console.outcome.title")}</h1>
        </div>
        {interview && <SaveBadge queue={interview.queue} />}
      </header>
      {proposed && (
        <p>
          {t("console.outcome.proposedTitle")}: <strong>{outcomeLabel(t, proposed)}</strong>
        </p>
      )}
      <OutcomePad
        groups={groups}
        proposed={proposed}
        chosen={outcome.chosen}
        disabled={doing !== null}
        onChoose={outcome.choose}
      />
      <OutcomeEntry outcome={outcome} />
    </main>
  );
}

function proposal(call: Call, { state, end }: Snapshot): DispositionKey | null {
  return proposeDisposition({
    line: call.line === "dialled" ? "ringing" : call.line,
    interview: { status: state.status, ...(end ? { end } : {}) },
  });
}
