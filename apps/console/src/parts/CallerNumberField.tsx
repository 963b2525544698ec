// The number a caller names, as it is heard: kept nowhere but in this field.

import { useWording } from "@fieldline/wording";
import { LineField, type LineFieldProps } from "./LineField.tsx";

export interface CallerNumberFieldProps extends Pick<LineFieldProps, "asking" | "onCancel" | "onChange"> {
  readonly searching: boolean;
  readonly onNumber: (number: string) => void;
}

const withDigits = (typed: string): string | null => (/\d/.test(typed) ? typed.trim() : null);

export function CallerNumberField({ searching, onNumber, ...field }: CallerNumberFieldProps) {
  const { t } = useWording();
  return (
    <LineField
      {...field}
      busy={searching}
      words={{
        label: t("console.inbound.number"),
        hint: t("console.inbound.hint"),
        action: t(searching ? "console.inbound.searching" : "console.inbound.search"),
        wrong: t("console.inbound.missing"),
      }}
      read={withDigits}
      input={{ className: "fl-input co-caller", maxLength: 40, inputMode: "tel" }}
      onLine={onNumber}
    />
  );
}
