// A case on the desk: the number, why it is called, what to say; dial, hear the line, go on or enter an outcome.

import type { CaseOnDesk } from "@fieldline/protocol";
import { CallActions } from "../parts/CallActions.tsx";
import { CaseFacts } from "../parts/CaseFacts.tsx";
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
  return (
    <main className="co-page co-call">
      {last && <LastOutcomeNote last={last} />}
      <CaseFacts held={held} numberId={at.numberId} locked={at.call !== null} onNumber={at.chooseNumber} />
      <CallActions held={held} at={at} />
      <div className="co-call__middle">
        <section className="fl-panel co-call__say">
          <LanguageChoice held={held} />
          <Introduction held={held} language={interviewLanguage ?? held.languages[0] ?? "en"} />
        </section>
        <History held={held} />
      </div>
      <section className="fl-panel">
        <OutcomePad
          short
          groups={at.groups}
          proposed={at.proposed}
          chosen={at.outcome.chosen}
          disabled={!(at.call && at.idle)}
          onChoose={at.outcome.choose}
        />
      </section>
    </main>
  );
}
