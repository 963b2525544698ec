// An instruction to the interviewer: tinted, in the interviewer's language, never read out.

import { useWording } from "@fieldline/wording";

export function Instruction({ text }: { readonly text: string }) {
  const { t } = useWording();
  return (
    <p className="co-instruction">
      <span className="fl-visually-hidden">{t("console.interview.instruction")}: </span>
      {text}
    </p>
  );
}
