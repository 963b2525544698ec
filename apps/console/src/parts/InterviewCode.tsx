// The interview's code, for a respondent who may want to take everything back one day; said on request.

import { useWording } from "@fieldline/wording";

export function InterviewCode({ code }: { readonly code: string | null }) {
  const { t } = useWording();
  if (code === null) return null;
  return (
    <p className="co-code">
      <span className="fl-soft">{t("console.withdraw.code")}</span>{" "}
      <strong className="co-number">{code}</strong>
    </p>
  );
}
