// After a reload: the outcome entered last, which can still be mended.

import { outcomeLabel, useWording } from "@fieldline/wording";
import type { LastAttempt } from "../seat/seat-state.ts";
import { LastNote } from "./LastNote.tsx";

export interface LastAttemptNoteProps {
  readonly attempt: LastAttempt;
  readonly onMend?: (() => void) | undefined;
}

export function LastAttemptNote({ attempt, onMend }: LastAttemptNoteProps) {
  const { t } = useWording();
  return (
    <LastNote isNews={false} onMend={onMend}>
      <strong>
        {t("console.outcome.done")}: {outcomeLabel(t, attempt.disposition)}
      </strong>
    </LastNote>
  );
}
