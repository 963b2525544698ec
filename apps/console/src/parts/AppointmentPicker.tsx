// When to ring again: the respondent's days and times with own time beside them, by arrows and Enter.

import { useWording } from "@fieldline/wording";
import { useKeys } from "../keys/use-keys.ts";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { ActionButton } from "./ActionButton.tsx";
import { SlotTable } from "./SlotTable.tsx";
import { SlotWords } from "./SlotWords.tsx";
import { useSlots } from "./use-slots.ts";

export interface AppointmentPickerProps {
  readonly outcome: OutcomeChoice;
  readonly caseId: string;
}

export function AppointmentPicker({ outcome, caseId }: AppointmentPickerProps) {
  const { t } = useWording();
  const kind = outcome.chosen === "appointmentLoose" ? "loose" : "exact";
  const at = useSlots(caseId, kind, (appointment) => outcome.tell({ appointment }));

  useKeys((intent) => {
    switch (intent.kind) {
      case "escape":
      case "erase":
        return outcome.back();
      case "confirm":
        return at.take();
      case "move":
        return at.move(intent.by, 0);
      case "sideways":
        return at.move(0, intent.by);
      case "page":
        return at.turn(intent.by);
      case "digit":
        return at.typeDigit(intent.digit);
      default:
        return false;
    }
  });

  if (!at.grid || !at.slots) return <p role="status">{t("common.loading")}</p>;
  return (
    <div className="co-picker">
      <SlotTable
        grid={at.grid}
        zone={at.slots.zone}
        place={at.place}
        kind={kind}
        onPlace={at.goTo}
        onTake={at.take}
      />
      <div className="co-row co-picker__foot">
        <SlotWords grid={at.grid} zone={at.slots.zone} place={at.place} staff={at.slots.staff} />
        <ActionButton look="main" keyName={t("common.key.enter")} disabled={!at.choosable} onPress={at.take}>
          {t("console.followUp.takeTime")}
        </ActionButton>
        <ActionButton look="plain" keyName="PgUp" disabled={!at.earlier} onPress={() => at.turn(-1)}>
          {t("console.followUp.earlier")}
        </ActionButton>
        <ActionButton look="plain" keyName="PgDn" disabled={!at.later} onPress={() => at.turn(1)}>
          {t("console.followUp.later")}
        </ActionButton>
        <span className="fl-soft fl-small">{t("console.followUp.pickerHint")}</span>
      </div>
    </div>
  );
}
