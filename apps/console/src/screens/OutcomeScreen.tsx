// After an interview: the outcome proposed from what happened, changed by key, entered with Enter. The pad stays put.

import { type DispositionKey, proposeDisposition } from "@fieldline/calling";
import type { CaseOnDesk } from "@fieldline/protocol";
import { outcomeLabel, useWording } from "@fieldline/wording";
import { useState } from "react";
import type { Snapshot } from "../interview/live-interview.ts";
import { commandOf, outcomeKeys } from "../keys/commands.ts";
import { useKeys } from "../keys/use-keys.ts";
import { offeredOutcomes } from "../outcome/offered-outcomes.ts";
import { type OutcomeChoice, useOutcome } from "../outcome/use-outcome.ts";
import { ActionButton } from "../parts/ActionButton.tsx";
import { FollowUp } from "../parts/FollowUp.tsx";
import { InterviewCode } from "../parts/InterviewCode.tsx";
import { NoteField } from "../parts/NoteField.tsx";
import { OutcomeEntry } from "../parts/OutcomeEntry.tsx";
import { OutcomePad } from "../parts/OutcomePad.tsx";
import { SaveBadge } from "../parts/SaveBadge.tsx";
import { WithdrawConfirm } from "../parts/WithdrawConfirm.tsx";
import type { Call } from "../seat/seat-state.ts";
import { useSeat, useSeatState } from "../use-seat.ts";

export function OutcomeScreen({ held }: { readonly held: CaseOnDesk }) {
  const seat = useSeat();
  const { t } = useWording();
  const { call, interview, doing } = useSeatState();
  const [panel, setPanel] = useState<Panel | null>(null);
  const snapshot = interview?.snapshot() ?? null;
  const groups = offeredOutcomes(snapshot?.state.status ?? null);
  const proposed = call && snapshot ? proposal(call, snapshot) : null;
  const outcome = useOutcome({
    groups,
    proposed,
    at: {},
    onEnter: (entered, told) => void seat.closeCall(entered, told),
  });
  const code = interview?.code ?? null;
  const open = (asked: Panel | undefined): boolean => {
    if (!asked || (asked === "withdraw" && code === null)) return false;
    setPanel(asked);
    return true;
  };
  useKeys((intent) => {
    if (doing !== null || outcome.step || panel) return false;
    if (intent.kind === "letter" && open(commandOf(outcomeKeys, intent.letter))) return true;
    return outcome.handle(intent);
  });
  return (
    <main className="co-page co-outcome" data-step={outcome.step ?? undefined}>
      <header className="co-row co-outcome__head">
        <div>
          <p className="fl-soft">{t("console.call.case", { reference: held.reference })}</p>
          <h1>{t("console.outcome.title")}</h1>
        </div>
        <InterviewCode code={code} />
        {interview && <SaveBadge />}
      </header>
      {proposed && (
        <p>
          {t("console.outcome.proposedTitle")}: <strong>{outcomeLabel(t, proposed)}</strong>
        </p>
      )}
      {outcome.step !== "when" && (
        <OutcomePad
          groups={groups}
          proposed={proposed}
          chosen={outcome.chosen}
          disabled={doing !== null || outcome.step !== null}
          onChoose={outcome.choose}
        />
      )}
      {outcome.step ? (
        <FollowUp outcome={outcome} caseId={held.id} />
      ) : (
        <BesideThePad outcome={outcome} code={code} panel={panel} onPanel={setPanel} />
      )}
    </main>
  );
}

type Panel = keyof typeof outcomeKeys;

interface BesideThePadProps {
  readonly outcome: OutcomeChoice;
  readonly code: string | null;
  readonly panel: Panel | null;
  readonly onPanel: (panel: Panel | null) => void;
}

/** Entering the outcome, and what can be done before: a note, or taking everything back. */
function BesideThePad({ outcome, code, panel, onPanel }: BesideThePadProps) {
  const { t } = useWording();
  if (panel === "note") return <NoteField onDone={() => onPanel(null)} />;
  if (panel === "withdraw" && code) return <WithdrawConfirm code={code} onStay={() => onPanel(null)} />;
  return (
    <div className="co-outcome__entry co-row">
      <OutcomeEntry outcome={outcome} />
      <ActionButton keyName={outcomeKeys.note} onPress={() => onPanel("note")}>
        {t("console.note.add")}
      </ActionButton>
      {code !== null && (
        <ActionButton keyName={outcomeKeys.withdraw} onPress={() => onPanel("withdraw")}>
          {t("console.withdraw.open")}
        </ActionButton>
      )}
    </div>
  );
}

function proposal(call: Call, { state, end }: Snapshot): DispositionKey | null {
  return proposeDisposition({
    line: call.line === "dialled" ? "ringing" : call.line,
    interview: { status: state.status, ...(end ? { end } : {}) },
  });
}
