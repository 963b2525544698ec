// Whom to ask for, changing it before the dial, and the key that writes a note.

import type { CaseOnDesk } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { callKeys } from "../keys/commands.ts";
import type { CallAtTheKeyboard } from "../screens/use-call.ts";
import { useSeat } from "../use-seat.ts";
import { ActionButton } from "./ActionButton.tsx";
import { NameField } from "./NameField.tsx";

export interface AskForProps {
  readonly held: CaseOnDesk;
  readonly at: CallAtTheKeyboard;
}

export function AskFor({ held, at }: AskForProps) {
  const seat = useSeat();
  const { t } = useWording();
  if (at.writing === "name") {
    return (
      <NameField
        label={t("console.followUp.askForLabel")}
        initial={held.askFor ?? ""}
        submit={t("console.note.save")}
        onCancel={() => at.setWriting(null)}
        onSubmit={(name) => {
          at.setWriting(null);
          if (name !== "" && name !== held.askFor) void seat.nameContact(name);
        }}
      />
    );
  }
  return (
    <p className="co-case__ask">
      {held.askFor ? t("console.call.askFor", { name: held.askFor }) : t("console.call.askForAnyone")}
      {!at.call && (
        <ActionButton
          look="plain"
          keyName={callKeys.askFor}
          disabled={!at.idle}
          onPress={() => at.setWriting("name")}
        >
          {t("console.call.changeName")}
        </ActionButton>
      )}
      <ActionButton
        look="plain"
        keyName={callKeys.note}
        disabled={!at.idle}
        onPress={() => at.setWriting("note")}
      >
        {t("console.interview.keys.note")}
      </ActionButton>
    </p>
  );
}
