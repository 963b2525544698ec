// Why somebody declines.

import { refusalReasons } from "@fieldline/calling";
import { useWording } from "@fieldline/wording";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { ChoiceStep } from "./ChoiceStep.tsx";

export function ReasonStep({ outcome }: { readonly outcome: OutcomeChoice }) {
  const { t } = useWording();
  const entries = refusalReasons.map((reason) => ({
    id: reason,
    label: t(`outcomes.reason.${reason}`),
    pick: () => outcome.tell({ reason }),
  }));
  return <ChoiceStep outcome={outcome} entries={entries} />;
}
