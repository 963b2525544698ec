// The code of an interview as a respondent names it.

import { readInterviewCode } from "@fieldline/interview";
import { useWording } from "@fieldline/wording";
import { LineField, type LineFieldProps } from "./LineField.tsx";

export interface CodeFieldProps extends Pick<LineFieldProps, "asking" | "onCancel" | "onChange"> {
  readonly onCode: (code: string) => void;
}

export function CodeField({ onCode, ...field }: CodeFieldProps) {
  const { t } = useWording();
  return (
    <LineField
      {...field}
      words={{
        label: t("console.takeBack.code"),
        hint: t("console.takeBack.hint"),
        action: t("console.takeBack.next"),
        wrong: t("console.takeBack.notACode"),
      }}
      read={readInterviewCode}
      input={{ className: "fl-input", maxLength: 20, autoCapitalize: "characters" }}
      onLine={onCode}
    />
  );
}
