// The foot of the interview: commands with their keys, and the answer given last.

import { useWording } from "@fieldline/wording";
import { answerLabelOf } from "../interview/answer-label.ts";
import type { ScreenContext } from "../interview/on-screen.ts";
import { lastGiven } from "../interview/previous.ts";
import type { AtTheKeyboard } from "../interview/use-interview.ts";
import { interviewKeys } from "../keys/commands.ts";
import { useLetters } from "../settings.ts";
import { ActionButton } from "./ActionButton.tsx";

const commands = ["back", "forward", "note", "probes", "language", "suspend", "outcome", "withdraw"] as const;

export interface InterviewFootProps {
  readonly keyboard: AtTheKeyboard;
  readonly context: ScreenContext;
  /** A text field has the focus, so Esc comes before a letter. */
  readonly typing: boolean;
  /** The interview has a code, by which it can be taken back. */
  readonly withdrawable: boolean;
}

export function InterviewFoot({ keyboard, context, typing, withdrawable }: InterviewFootProps) {
  const { t } = useWording();
  const { snapshot, click, panel } = keyboard;
  const { state, operations } = snapshot;
  const last = lastGiven(operations);
  const open = state.status === "inProgress";
  const letters = useLetters();
  const shown = commands.filter((command) => {
    if (command === "forward") return state.cursor !== null;
    return command !== "withdraw" || withdrawable;
  });
  const escapeFirst = typing && letters === "plain";
  return (
    <footer className="co-foot">
      <nav className="co-row">
        {shown.map((command) => (
          <ActionButton
            key={command}
            look="plain"
            keyName={
              escapeFirst ? `${t("common.key.escape")} ${interviewKeys[command]}` : interviewKeys[command]
            }
            pressed={panel?.kind === command}
            disabled={!open && command !== "note" && command !== "withdraw"}
            onPress={() => click({ kind: "letter", letter: interviewKeys[command] })}
          >
            {t(`console.interview.keys.${command}`)}
          </ActionButton>
        ))}
      </nav>
      {last && (
        <p className="co-previous">
          {t("console.interview.previous")}:{" "}
          <span lang={state.language}>{answerLabelOf(context, last.variable, last.answer)}</span>
        </p>
      )}
    </footer>
  );
}
