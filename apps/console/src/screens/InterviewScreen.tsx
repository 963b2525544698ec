// The interview: one question, large, always in the same place; everything by key, and the key on its control.

import { routeProgress } from "@fieldline/interview";
import type { CaseOnDesk } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useSyncExternalStore } from "react";
import type { LiveInterview } from "../interview/live-interview.ts";
import { type OnScreen, onScreen } from "../interview/on-screen.ts";
import { useInterview } from "../interview/use-interview.ts";
import { Announcement } from "../parts/Announcement.tsx";
import { AnswerArea } from "../parts/AnswerArea.tsx";
import { InterviewFoot } from "../parts/InterviewFoot.tsx";
import { InterviewHead } from "../parts/InterviewHead.tsx";
import { InterviewNotes } from "../parts/InterviewNotes.tsx";
import { InterviewPanel } from "../parts/InterviewPanel.tsx";
import { Question } from "../parts/Question.tsx";
import { useValues } from "./use-spoken.ts";

export interface InterviewScreenProps {
  readonly held: CaseOnDesk;
  readonly interview: LiveInterview;
}

export function InterviewScreen({ held, interview }: InterviewScreenProps) {
  const { t, language: staffLanguage } = useWording();
  const { compiled } = interview;
  const { state } = useSyncExternalStore(interview.subscribe, interview.snapshot);
  const { unitsLeft } = routeProgress(compiled, state);
  const values = useValues(compiled, held, state.language, unitsLeft);
  const context = { compiled, state, staffLanguage, values };
  const screen = onScreen(context);
  const keyboard = useInterview(interview, screen, held.languages);

  return (
    <main className="co-interview">
      <h1 className="fl-visually-hidden">{t("console.call.case", { reference: held.reference })}</h1>
      <InterviewHead interview={interview} snapshot={keyboard.snapshot} />
      <InterviewNotes snapshot={keyboard.snapshot} />
      <Question screen={screen} snapshot={keyboard.snapshot} />
      {keyboard.panel ? (
        <InterviewPanel
          panel={keyboard.panel}
          keyboard={keyboard}
          context={context}
          held={held}
          code={interview.code}
        />
      ) : (
        <AnswerArea screen={screen} keyboard={keyboard} context={context} code={interview.code} />
      )}
      <InterviewFoot
        keyboard={keyboard}
        context={context}
        typing={typesFilter(screen)}
        withdrawable={interview.code !== null}
      />
      <Announcement screen={screen} language={state.language} />
    </main>
  );
}

/** The list to filter has the focus as long as it has not been answered before. */
const typesFilter = (screen: OnScreen | null): boolean =>
  screen?.kind === "question" && screen.byFilter && screen.earlier === undefined;
