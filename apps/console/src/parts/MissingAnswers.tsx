// The answers that are never read out: don't know, refused, does not apply.

import type { EnteredMissing } from "@fieldline/instrument";
import { useWording } from "@fieldline/wording";
import type { QuestionScreen, ScreenContext } from "../interview/on-screen.ts";
import type { AtTheKeyboard } from "../interview/use-interview.ts";
import { ActionButton } from "./ActionButton.tsx";

const keys: Readonly<Record<EnteredMissing, string>> = { dontKnow: "?", refused: "!", notApplicable: "x" };

export interface MissingAnswersProps {
  readonly screen: QuestionScreen;
  readonly keyboard: AtTheKeyboard;
  readonly context: ScreenContext;
}

export function MissingAnswers({ screen, keyboard, context }: MissingAnswersProps) {
  const { t } = useWording();
  const { missingLabels } = context.compiled.release.instrument;
  const earlier = screen.earlier && "missing" in screen.earlier ? screen.earlier.missing : null;
  if (screen.allow.length === 0) return null;
  return (
    <div className="co-missing">
      <span className="co-not-read">{t("console.interview.notRead")}</span>
      {screen.allow.map((reason) => (
        <ActionButton
          key={reason}
          className="co-choice co-choice--missing"
          keyName={keys[reason]}
          pressed={earlier === reason}
          onPress={() => keyboard.click({ kind: "missing", reason })}
        >
          <span>
            {missingLabels[reason][context.staffLanguage] ?? missingLabels[reason][context.state.language]}
            {earlier === reason && <em className="co-mark">{t("console.interview.earlierAnswer")}</em>}
          </span>
        </ActionButton>
      ))}
    </div>
  );
}
