// What was entered last, and the key that mends it while that is possible.

import { useWording } from "@fieldline/wording";
import type { ReactNode } from "react";
import { deskKeys } from "../keys/commands.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface LastNoteProps {
  /** Said to a screen reader when it comes, not where it stood there already. */
  readonly isNews: boolean;
  /** Absent where it cannot be mended any more. */
  readonly onMend?: (() => void) | undefined;
  readonly children: ReactNode;
}

export function LastNote({ isNews, onMend, children }: LastNoteProps) {
  const { t } = useWording();
  return (
    <div className="co-last">
      <div className="co-last__words" role={isNews ? "status" : undefined}>
        {children}
      </div>
      {onMend && (
        <ActionButton keyName={deskKeys.mend} onPress={onMend}>
          {t("console.mend.open")}
        </ActionButton>
      )}
    </div>
  );
}
