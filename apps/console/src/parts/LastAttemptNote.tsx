// After a reload: the outcome entered last, which can still be mended.

import { outcomeLabel, useWording } from "@fieldline/wording";
import { deskKeys } from "../keys/commands.ts";
import type { LastAttempt } from "../seat/seat-state.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface LastAttemptNoteProps {
  readonly attempt: LastAttempt;
  readonly onMend: (() => void) | undefined;
}

export function LastAttemptNote({ attempt, onMend }: LastAttemptNoteProps) {
  const { t } = useWording();
  return (
    <div className="co-last">
      <div className="co-last__words">
        <strong>
          {t("console.outcome.done")}: {outcomeLabel(t, attempt.disposition)}
        </strong>
      </div>
      {onMend && (
        <ActionButton keyName={deskKeys.mend} onPress={onMend}>
          {t("console.mend.open")}
        </ActionButton>
      )}
    </div>
  );
}
