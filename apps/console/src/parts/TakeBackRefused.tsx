// Why an interview was not taken back; an unknown code and one of another country are answered alike.

import type { Refused } from "@fieldline/client";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";

export interface TakeBackRefusedProps {
  readonly code: string;
  readonly problem: Refused;
}

export function TakeBackRefused({ code, problem }: TakeBackRefusedProps) {
  const { t } = useWording();
  if (problem.code !== "access.notFound") return <ProblemNote problem={problem} />;
  return (
    <div className="fl-problem" role="alert">
      <p className="fl-problem__what">{t("console.takeBack.unknown", { code })}</p>
      <p>{t("console.takeBack.unknownNext")}</p>
      <p className="fl-problem__code">{t("common.problem.code", { code: problem.code })}</p>
    </div>
  );
}
