// Whom to ask for next time; Enter with nothing typed leaves it as it is.

import { useWording } from "@fieldline/wording";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { useSeatState } from "../use-seat.ts";
import { NameField } from "./NameField.tsx";

export function AskForStep({ outcome }: { readonly outcome: OutcomeChoice }) {
  const { t } = useWording();
  const { case: held } = useSeatState();
  return (
    <NameField
      label={t("console.followUp.askForLabel")}
      initial={outcome.told.askFor ?? held?.askFor ?? ""}
      submit={t("console.followUp.goOn")}
      onSubmit={(askFor) => outcome.tell(askFor === "" ? {} : { askFor })}
      onCancel={outcome.back}
    />
  );
}
