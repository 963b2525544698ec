// The foot of the interview: commands with their keys, and the answer given last.

import { useWording } from "@fieldline/wording";
import { answerLabelOf } from "../interview/answer-label.ts";
import type { ScreenContext } from "../interview/on-screen.ts";
import { lastGiven } from "../interview/previous.ts";
import type { AtTheKeyboard } from "../interview/use-interview.ts";
import { commandKeys } from "../keys/key-to-intent.ts";
import { ActionButton } from "./ActionButton.tsx";

const commands = ["back", "forward", "probes", "language", "suspend", "outcome"] as const;

export interface InterviewFootProps {
  readonly keyboard: AtTheKeyboard;
  readonly context: ScreenContext;
  /** A text field has the focus, so Esc comes before a letter. */
  readonly typing: boolean;
}

export function InterviewFoot({ keyboard, context, typing }: InterviewFootProps) {
  const { t } = useWording();
  const { snapshot, click, panel } = keyboard;
  const { state, operations } = snapshot;
  const last = lastGiven(operations);
  const open = state.status === "inProgress";
  return (
    <footer className="co-foot">
      <nav className="co-row">
        {commands.map((command) =>
          command === "forward" && state.cursor === null ? null : (
            <ActionButton
              key={command}
              look="plain"
              keyName={typing ? `${t("common.key.escape")} ${commandKeys[command]}` : commandKeys[command]}
              pressed={panel?.kind === command}
              disabled={!open}
              onPress={() => click({ kind: "command", command })}
            >
              {t(`console.interview.keys.${command}`)}
            </ActionButton>
          ),
        )}
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
