// A case on the desk: dial, hear the line, go on or enter an outcome. The pad stays at its place, whatever comes.

import type { CaseOnDesk } from "@fieldline/protocol";
import { CallActions } from "../parts/CallActions.tsx";
import { CaseFacts } from "../parts/CaseFacts.tsx";
import { CaseNotes } from "../parts/CaseNotes.tsx";
import { FollowUp } from "../parts/FollowUp.tsx";
import { History } from "../parts/History.tsx";
import { Introduction } from "../parts/Introduction.tsx";
import { LanguageChoice } from "../parts/LanguageChoice.tsx";
import { LastOutcomeNote } from "../parts/LastOutcomeNote.tsx";
import { OutcomePad } from "../parts/OutcomePad.tsx";
import { useSeatState } from "../use-seat.ts";
import { useCall } from "./use-call.ts";

export function CallScreen({ held }: { readonly held: CaseOnDesk }) {
  const { interviewLanguage, last } = useSeatState();
  const at = useCall(held);
  const { outcome } = at;
  return (
    <main className="co-page co-call" data-step={outcome.step ?? undefined}>
      {last && <LastOutcomeNote last={last} />}
      <CaseFacts held={held} at={at} />
      <CallActions held={held} at={at} />
      {outcome.step ? (
        <FollowUp outcome={outcome} caseId={held.id} />
      ) : (
        <div className="co-call__middle">
          <section className="fl-panel co-call__say">
            <LanguageChoice held={held} />
            <Introduction held={held} language={interviewLanguage ?? held.languages[0] ?? "en"} />
          </section>
          <div className="co-call__side">
            <CaseNotes held={held} writing={at.writing === "note"} onDone={() => at.setWriting(null)} />
            <History held={held} />
          </div>
        </div>
      )}
      {outcome.step !== "when" && (
        <section className="fl-panel co-call__pad">
          <OutcomePad
            short
            groups={at.groups}
            proposed={at.proposed}
            chosen={outcome.chosen}
            disabled={!(at.call && at.idle) || outcome.step !== null}
            onChoose={outcome.choose}
          />
        </section>
      )}
    </main>
  );
}
