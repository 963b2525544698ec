// What interviewers wrote down about a household, shown when somebody asks for it: reading it is journalled.

import type { NoteList } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { problemOf } from "../client.ts";
import { dayAndTime } from "../format.ts";
import { useMay } from "../session/use-me.ts";
import { useNotes } from "./use-case.ts";

export function CaseNotes({ caseId }: { readonly caseId: string }) {
  const { t } = useWording();
  const may = useMay("note.read");
  const notes = useNotes(caseId);
  const title = t("monitor.cases.notes.title");
  if (!may) return null;
  return (
    <section className="mo-case__part mo-no-print" aria-label={title}>
      <header className="mo-case__head">
        <h2>{title}</h2>
        {notes.data && (
          <Button variant="default" size="compact-sm" onClick={() => notes.reset()}>
            {t("monitor.cases.notes.hide")}
          </Button>
        )}
      </header>
      {notes.data ? (
        <Notes notes={notes.data.notes} />
      ) : (
        <>
          <p className="fl-soft">{t("monitor.cases.notes.warning")}</p>
          {notes.error && <ProblemNote problem={problemOf(notes.error)} />}
          <Button
            variant="default"
            className="mo-start"
            disabled={notes.isPending}
            onClick={() => notes.mutate()}
          >
            {t("monitor.cases.notes.show")}
          </Button>
        </>
      )}
    </section>
  );
}

/** The button that was pressed is gone, so what it asked for takes the focus. */
function Notes({ notes }: NoteList) {
  const { t, language } = useWording();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group that takes the focus, so that the notes are heard
    <div ref={list} tabIndex={-1} role="group" aria-label={t("monitor.cases.notes.title")}>
      {notes.length === 0 ? (
        <p className="fl-soft">{t("monitor.cases.notes.none")}</p>
      ) : (
        <ol className="mo-case__notes">
          {notes.map(({ id, at, by, text }) => (
            <li key={id}>
              <p className="fl-soft">
                {dayAndTime(at, undefined, language)} · {by}
              </p>
              <p className="mo-case__note">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
