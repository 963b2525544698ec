// Why an interview was not taken back; an unknown code and one of another country are answered alike.

import { ProblemNote } from "@fieldline/ui";
import { type ProblemLike, useWording } from "@fieldline/wording";

interface WithdrawalRefusedProps {
  readonly code: string;
  readonly problem: ProblemLike;
}

export function WithdrawalRefused({ code, problem }: WithdrawalRefusedProps) {
  const { t } = useWording();
  if (problem.code !== "access.notFound") return <ProblemNote problem={problem} />;
  return (
    <div className="fl-problem" role="alert">
      <p className="fl-problem__what">{t("monitor.cases.withdrawal.unknown", { code })}</p>
      <p>{t("monitor.cases.withdrawal.unknownNext")}</p>
      <p className="fl-problem__code">{t("common.problem.code", { code: problem.code })}</p>
    </div>
  );
}
