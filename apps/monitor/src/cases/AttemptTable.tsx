// Every dial of a case: when by field time and on the clock there, who, what came of it, how long.

import type { CasePage } from "@fieldline/protocol";
import {
  duration,
  languageName,
  outcomeLabel,
  type Translate,
  useWording,
  zoneName,
} from "@fieldline/wording";
import { Button } from "@mantine/core";
import { useState } from "react";
import { dayAndTime, shortDayAndTime } from "../format.ts";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { CorrectOutcome } from "./CorrectOutcome.tsx";
import { mayBecome } from "./correction.ts";
import { RecordTable } from "./RecordTable.tsx";
import { becauseText } from "./rule-words.ts";
import { reasonLabel, replyLabel } from "./words.ts";

type Attempt = CasePage["attempts"][number];

export function AttemptTable({ page }: { readonly page: CasePage }) {
  const { t, language } = useWording();
  const zone = zoneOf(useWaveHere());
  const may = useMay("attempt.correct");
  const [opened, setOpened] = useState<Attempt | null>(null);
  const column = (id: string) => t(`monitor.cases.attempt.${id as "outcome"}`);
  const seconds = (value: number | null): string => (value === null ? "" : duration(value * 1_000));
  return (
    <>
      <RecordTable<Attempt>
        title={t("monitor.cases.attempts")}
        file="attempts"
        rows={page.attempts}
        none={t("monitor.cases.noAttempts")}
        columns={[
          {
            id: "dialledAt",
            name: t("monitor.cases.entry.fieldAt", { place: zoneName(t, zone) }),
            unbroken: true,
            text: ({ dialledAt }) => shortDayAndTime(dialledAt, zone, language),
            file: ({ dialledAt }) => dayAndTime(dialledAt, zone, language),
            key: ({ dialledAt }) => Date.parse(dialledAt),
          },
          { id: "localTime", name: column("localTime"), unbroken: true, text: ({ localTime }) => localTime },
          { id: "interviewer", name: column("interviewer"), text: ({ interviewer }) => interviewer },
          {
            id: "number",
            name: column("number"),
            end: true,
            text: ({ number }) => String(number),
            key: ({ number }) => number,
          },
          {
            id: "outcome",
            name: column("outcome"),
            text: ({ disposition }) =>
              disposition === null ? t("monitor.cases.stillOpen") : outcomeLabel(t, disposition),
          },
          { id: "details", name: column("details"), text: (attempt) => details(attempt, t, language) },
          {
            id: "ring",
            name: column("ring"),
            end: true,
            text: ({ ringSeconds }) => seconds(ringSeconds),
            key: ({ ringSeconds }) => ringSeconds,
          },
          {
            id: "talk",
            name: column("talk"),
            end: true,
            text: ({ talkSeconds }) => seconds(talkSeconds),
            key: ({ talkSeconds }) => talkSeconds,
          },
        ]}
        under={{
          name: t("monitor.cases.rules"),
          text: ({ because }) => becauseText(because, t, language),
          line: (rules) => t("monitor.cases.rulesSay", { rules }),
        }}
        {...(may && {
          action: {
            name: t("monitor.cases.correct.open"),
            of: (attempt: Attempt) =>
              mayBecome(page, attempt).length > 0 && (
                <Button variant="default" size="compact-sm" onClick={() => setOpened(attempt)}>
                  {t("monitor.cases.correct.open")}
                </Button>
              ),
          },
        })}
      />
      {opened && <CorrectOutcome page={page} attempt={opened} close={() => setOpened(null)} />}
    </>
  );
}

/** Reason and reply of a refusal, or the language that was needed. */
const details = ({ reason, replyUsed, languageNeeded }: Attempt, t: Translate, language: string): string =>
  [
    reason && reasonLabel(t, reason),
    replyUsed && t("monitor.cases.replied", { reply: replyLabel(t, replyUsed) }),
    languageNeeded && languageName(languageNeeded, language),
  ]
    .filter(Boolean)
    .join("; ");
