// What was replied to a refusal.

import { repliesUsed } from "@fieldline/calling";
import { useWording } from "@fieldline/wording";
import type { OutcomeChoice } from "../outcome/use-outcome.ts";
import { ChoiceStep } from "./ChoiceStep.tsx";

export function ReplyStep({ outcome }: { readonly outcome: OutcomeChoice }) {
  const { t } = useWording();
  const entries = repliesUsed.map((replyUsed) => ({
    id: replyUsed,
    label: t(`outcomes.reply.${replyUsed}`),
    pick: () => outcome.tell({ replyUsed }),
  }));
  return <ChoiceStep outcome={outcome} entries={entries} />;
}
