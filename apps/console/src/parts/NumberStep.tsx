// Another number of the record to go on with.

import { useWording } from "@fieldline/wording";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { useSeatState } from "../use-seat.ts";
import { ChoiceStep } from "./ChoiceStep.tsx";

export function NumberStep({ outcome }: { readonly outcome: OutcomeChoice }) {
  const { t } = useWording();
  const { case: held, call } = useSeatState();
  const others = held?.numbers.filter(({ id, closed }) => !closed && id !== call?.numberId) ?? [];
  const entries = others.map(({ id, display, kind }) => ({
    id,
    label: (
      <>
        <span className="co-number">{display}</span>{" "}
        <span className="fl-soft">{t(`console.call.kind.${kind}`)}</span>
      </>
    ),
    pick: () => outcome.tell({ numberId: id }),
  }));
  return <ChoiceStep outcome={outcome} entries={entries} />;
}
