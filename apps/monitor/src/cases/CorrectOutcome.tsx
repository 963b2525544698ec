// Corrects the outcome of a call after the fact: chosen, then said what will happen, then done.

import type { DispositionKey } from "@fieldline/calling";
import type { CasePage } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { outcomeLabel, useWording } from "@fieldline/wording";
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { problemOf } from "../client.ts";
import { day } from "../format.ts";
import { Confirm } from "../frame/Confirm.tsx";
import { Consequences } from "../frame/Consequences.tsx";
import { Dialog, type OpenDialog } from "../frame/Dialog.tsx";
import { correctionOf, type Draft, emptyDraft, mayBecome, nearestIn } from "./correction.ts";
import { FollowUp } from "./FollowUp.tsx";
import { NearestTime } from "./NearestTime.tsx";
import { useCorrection } from "./use-case.ts";

interface CorrectOutcomeProps {
  readonly page: CasePage;
  readonly attempt: CasePage["attempts"][number];
  readonly close: () => void;
}

export function CorrectOutcome({ close, ...corrected }: CorrectOutcomeProps) {
  return (
    <Dialog className="mo-dialog" closed={close}>
      {(dialog) => <CorrectionForm {...corrected} {...dialog} />}
    </Dialog>
  );
}

type CorrectionFormProps = Omit<CorrectOutcomeProps, "close"> & OpenDialog;

function CorrectionForm({ page, attempt, heading, leave }: CorrectionFormProps) {
  const { t, language } = useWording();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [sure, setSure] = useState(false);
  const correction = useCorrection(page.id, attempt.id);
  const sent = draft && correctionOf(draft);
  const change = (next: Draft | null): void => {
    setDraft(next);
    setSure(false);
    correction.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!sent || correction.isPending) return;
    if (sure) correction.mutate(sent, { onSuccess: leave });
    else setSure(true);
  };
  const before = outcomeLabel(t, attempt.disposition ?? "");
  const offered = mayBecome(page, attempt);
  return (
    <form onSubmit={submit}>
      <h2 id={heading}>{t("monitor.cases.correct.title")}</h2>
      <p>
        {t("monitor.cases.correct.of", {
          date: day(attempt.localDate, language),
          time: attempt.localTime,
          name: attempt.interviewer,
          outcome: before,
        })}
      </p>
      <NativeSelect
        label={t("monitor.cases.correct.to")}
        value={draft?.disposition ?? ""}
        data={[
          { value: "", label: t("monitor.cases.correct.choose") },
          ...offered.map((value) => ({ value, label: outcomeLabel(t, value) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change(value ? emptyDraft(value as DispositionKey) : null)
        }
      />
      {draft && <FollowUp caseId={page.id} draft={draft} zone={page.timeZone} change={change} />}
      {sure && draft && <Consequence before={before} after={outcomeLabel(t, draft.disposition)} />}
      {correction.error && <ProblemNote problem={problemOf(correction.error)} />}
      {draft && correction.error && (
        <NearestTime
          nearest={nearestIn(problemOf(correction.error))}
          take={(next) => change({ ...draft, ...next })}
        />
      )}
      <div className="mo-correct__keys">
        <Button variant="default" onClick={leave}>
          {t("common.cancel")}
        </Button>
        <Button type="submit" disabled={!sent || correction.isPending}>
          {t(sure ? "monitor.cases.correct.carryOut" : "monitor.cases.correct.next")}
        </Button>
      </div>
    </form>
  );
}

/** Takes the focus, so that it is heard before the button is pressed again. */
function Consequence({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useWording();
  const becomes = t("monitor.cases.correct.becomes", { before, after });
  return (
    <Confirm title={t("monitor.change.confirmTitle")} level={3}>
      <Consequences sentences={[becomes, t("monitor.cases.correct.follows")]} />
    </Confirm>
  );
}
