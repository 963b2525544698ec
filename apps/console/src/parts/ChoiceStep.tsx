// A step that is answered by picking from a short list, each entry with its key.

import type { ReactNode } from "react";
import { useKeys } from "../keys/use-keys.ts";
import { keyAt, placeOf } from "../outcome/steps.ts";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { ActionButton } from "./ActionButton.tsx";

export interface ChoiceEntry {
  readonly id: string;
  readonly label: ReactNode;
  readonly pick: () => void;
}

export interface ChoiceStepProps {
  readonly outcome: OutcomeChoice;
  readonly entries: readonly ChoiceEntry[];
}

export function ChoiceStep({ outcome, entries }: ChoiceStepProps) {
  useKeys((intent) => {
    if (intent.kind === "escape" || intent.kind === "erase") return outcome.back();
    if (intent.kind === "digit") return entries[placeOf(String(intent.digit))]?.pick();
    if (intent.kind === "letter") return entries[placeOf(intent.letter)]?.pick();
    return intent.kind === "confirm";
  });
  return (
    <div className="co-follow__choices">
      {entries.map(({ id, label, pick }, place) => (
        <ActionButton key={id} className="co-pad__key" keyName={keyAt(place)} onPress={pick}>
          <span>{label}</span>
        </ActionButton>
      ))}
    </div>
  );
}
