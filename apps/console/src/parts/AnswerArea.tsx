// The answers of the step on screen: a scale, a number, a list to filter, or the way on from an end.

import { useWording } from "@fieldline/wording";
import type { OnScreen, QuestionScreen, ScreenContext, ScriptScreen } from "../interview/on-screen.ts";
import type { AtTheKeyboard } from "../interview/use-interview.ts";
import { ActionButton } from "./ActionButton.tsx";
import { ChoiceAnswers } from "./ChoiceAnswers.tsx";
import { FilterAnswers } from "./FilterAnswers.tsx";
import { InterviewCode } from "./InterviewCode.tsx";
import { MissingAnswers } from "./MissingAnswers.tsx";
import { NumberAnswer } from "./NumberAnswer.tsx";

export interface AnswerAreaProps {
  readonly screen: OnScreen | null;
  readonly keyboard: AtTheKeyboard;
  readonly context: ScreenContext;
  /** The interview's code, said to the respondent on request. */
  readonly code: string | null;
}

export function AnswerArea({ screen, keyboard, context, code }: AnswerAreaProps) {
  if (!screen || screen.kind === "quotaCheck") return <section className="co-answers" />;
  if (screen.kind === "end") return <AfterEnd keyboard={keyboard} code={code} />;
  const byFilter = screen.kind === "question" && screen.byFilter;
  return (
    <section className="co-answers" data-kind={byFilter ? "filter" : screen.answers.kind}>
      {screen.kind === "question" && <AboveAnswers screen={screen} />}
      <Answers screen={screen} keyboard={keyboard} context={context} />
      <NotAllowed keyboard={keyboard} />
      {screen.kind === "question" && <MissingAnswers screen={screen} keyboard={keyboard} context={context} />}
    </section>
  );
}

interface AnswersProps {
  readonly screen: QuestionScreen | ScriptScreen;
  readonly keyboard: AtTheKeyboard;
  readonly context: ScreenContext;
}

function Answers({ screen, keyboard, context }: AnswersProps) {
  const { answers } = screen;
  if (answers.kind === "number")
    return <NumberAnswer question={answers} screen={screen} keyboard={keyboard} />;
  if (screen.kind === "question" && screen.byFilter) {
    return <FilterAnswers screen={screen} keyboard={keyboard} language={context.state.language} />;
  }
  const language = screen.kind === "script" ? context.staffLanguage : context.state.language;
  return <ChoiceAnswers choices={answers.choices} screen={screen} keyboard={keyboard} language={language} />;
}

/** Where a battery stands, or that a list is not read out. */
function AboveAnswers({ screen }: { readonly screen: QuestionScreen }) {
  const { t } = useWording();
  const { trail } = screen;
  if (trail) {
    return (
      <p className="co-trail">
        {t("console.interview.itemsDone", { number: trail.item, total: trail.of })}
        <span className="co-trail__done" aria-hidden="true">
          {trail.done.map((sign, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the battery is what a mark stands for
            <span key={index}>{sign}</span>
          ))}
        </span>
      </p>
    );
  }
  if (screen.optionsRead || screen.answers.kind === "number") return null;
  return <p className="co-not-read">{t("console.interview.listNotRead")}</p>;
}

function NotAllowed({ keyboard }: { readonly keyboard: AtTheKeyboard }) {
  const { t } = useWording();
  if (keyboard.typed.wrong !== "notAllowedHere") return null;
  return (
    <p className="co-wrong" role="alert">
      {t("console.interview.notAllowedHere")}
    </p>
  );
}

interface AfterEndProps {
  readonly keyboard: AtTheKeyboard;
  readonly code: string | null;
}

function AfterEnd({ keyboard, code }: AfterEndProps) {
  const { t } = useWording();
  const finished = keyboard.snapshot.state.status === "completed";
  return (
    <section className="co-answers">
      <p>{t(finished ? "console.interview.finished" : "console.interview.closing")}</p>
      <InterviewCode code={code} />
      <ActionButton
        look="main"
        keyName={t("common.key.enter")}
        onPress={() => keyboard.click({ kind: "confirm" })}
      >
        {t("console.interview.toOutcome")}
      </ActionButton>
    </section>
  );
}
