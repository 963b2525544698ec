// What the chosen outcome needs besides itself: reason and reply, a language, or a time on the respondent's clock.

import { refusalReasons, repliesUsed } from "@fieldline/calling";
import { languageName, useWording } from "@fieldline/wording";
import { NativeSelect } from "@mantine/core";
import { AppointmentTime } from "./AppointmentTime.tsx";
import { type Draft, needsOf } from "./correction.ts";
import { reasonLabel, replyLabel } from "./words.ts";

interface FollowUpProps {
  readonly caseId: string;
  readonly draft: Draft;
  readonly zone: string;
  readonly change: (next: Draft) => void;
}

/** Two letters of ISO 639, so that every language somebody may have answered in can be named. */
const spoken =
  "ar bg cs da de el en es et fa fi fr ga hi hr hu is it lt lv mt nl no pl pt ro ru sk sl so sq sr sv ta tr uk ur vi zh".split(
    " ",
  );

export function FollowUp({ caseId, draft, zone, change }: FollowUpProps) {
  const { t, language } = useWording();
  const choose = { value: "", label: t("monitor.cases.correct.choose") };
  const set = (name: keyof Draft) => (event: { readonly currentTarget: { readonly value: string } }) =>
    change({ ...draft, [name]: event.currentTarget.value });
  const needs = needsOf(draft.disposition);
  if (needs === "none") return null;
  if (needs === "language") {
    const known = spoken
      .map((value) => ({ value, label: languageName(value, language) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, language));
    return (
      <NativeSelect
        label={t("monitor.cases.correct.language")}
        value={draft.language}
        data={[choose, ...known]}
        onChange={set("language")}
      />
    );
  }
  if (needs === "refusal") {
    return (
      <div className="mo-correct__pair">
        <NativeSelect
          label={t("monitor.cases.correct.reason")}
          value={draft.reason}
          data={[choose, ...refusalReasons.map((value) => ({ value, label: reasonLabel(t, value) }))]}
          onChange={set("reason")}
        />
        <NativeSelect
          label={t("monitor.cases.correct.reply")}
          value={draft.reply}
          data={[choose, ...repliesUsed.map((value) => ({ value, label: replyLabel(t, value) }))]}
          onChange={set("reply")}
        />
      </div>
    );
  }
  return <AppointmentTime caseId={caseId} kind={needs} draft={draft} zone={zone} change={change} />;
}
