// A panel in the place of the answers; the question stays where it is. Esc closes it.

import { fill, readScript } from "@fieldline/instrument";
import type { CaseOnDesk } from "@fieldline/protocol";
import { languageName, useWording } from "@fieldline/wording";
import { useEffect, useRef } from "react";
import { unitTitle } from "../interview/change.ts";
import { type ScreenContext, scriptWords } from "../interview/on-screen.ts";
import { breakOffScript, scriptsOnRequest } from "../interview/staff-scripts.ts";
import type { AtTheKeyboard, Panel } from "../interview/use-interview.ts";
import { ActionButton } from "./ActionButton.tsx";
import { NoteField } from "./NoteField.tsx";
import { NoteList } from "./NoteList.tsx";
import { WithdrawConfirm } from "./WithdrawConfirm.tsx";

export interface InterviewPanelProps {
  readonly panel: Panel;
  readonly keyboard: AtTheKeyboard;
  readonly context: ScreenContext;
  readonly held: CaseOnDesk;
  readonly code: string | null;
}

export function InterviewPanel({ panel, keyboard, context, held, code }: InterviewPanelProps) {
  const { t, language } = useWording();
  const box = useRef<HTMLElement>(null);
  const { click, closePanel, others } = keyboard;
  const confirm = () => click({ kind: "confirm" });
  const enter = t("common.key.enter");

  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) box.current?.focus({ preventScroll: true });
  }, []);

  if (panel.kind === "withdraw") {
    return code === null ? null : <WithdrawConfirm code={code} onStay={closePanel} />;
  }
  return (
    <section className="co-answers co-panel" ref={box} tabIndex={-1} aria-label={t(titles[panel.kind])}>
      <h2>{t(titles[panel.kind])}</h2>
      {panel.kind === "note" && (
        <>
          <NoteField onDone={closePanel} />
          {held.notes.length > 0 && <NoteList notes={held.notes} />}
        </>
      )}
      {panel.kind === "probes" && <Probes context={context} />}
      {panel.kind === "language" &&
        (others.length === 0 ? (
          <p>{t("console.interview.switchNone")}</p>
        ) : (
          <div className="co-choices">
            {others.map((each, index) => (
              <ActionButton
                key={each}
                className="co-choice"
                keyName={String(index + 1)}
                onPress={() => click({ kind: "digit", digit: index + 1 })}
              >
                {languageName(each, language)}
              </ActionButton>
            ))}
          </div>
        ))}
      {panel.kind === "suspend" && (
        <>
          <p>{t("console.interview.suspendText")}</p>
          <ActionButton look="main" keyName={enter} onPress={confirm}>
            {t("console.interview.suspendConfirm")}
          </ActionButton>
        </>
      )}
      {panel.kind === "outcome" && (
        <>
          <p>{t("console.interview.breakOffText")}</p>
          <p className="co-spoken co-spoken--before" lang={context.state.language}>
            {scriptWords(context, breakOffScript).question}
          </p>
          <div className="co-choices" data-row="true">
            <ActionButton
              className="co-choice"
              keyName="1"
              onPress={() => click({ kind: "digit", digit: 1 })}
            >
              {t("console.interview.breakOffResumable")}
            </ActionButton>
            <ActionButton
              className="co-choice"
              keyName="2"
              onPress={() => click({ kind: "digit", digit: 2 })}
            >
              {t("console.interview.breakOffFinal")}
            </ActionButton>
          </div>
        </>
      )}
      {panel.kind === "change" && <ChangeList panel={panel} context={context} />}
      <div className="co-row">
        {panel.kind === "change" && (
          <ActionButton look="main" keyName={enter} onPress={confirm}>
            {t("console.interview.changeConfirm")}
          </ActionButton>
        )}
        {panel.kind !== "note" && (
          <ActionButton keyName={t("common.key.escape")} onPress={closePanel}>
            {t(closing[panel.kind])}
          </ActionButton>
        )}
      </div>
    </section>
  );
}

const titles = {
  probes: "console.interview.probesTitle",
  language: "console.interview.switchTitle",
  note: "console.note.title",
  suspend: "console.interview.suspendTitle",
  outcome: "console.interview.breakOffTitle",
  change: "console.interview.changeTitle",
} as const;

const closing = {
  probes: "common.close",
  language: "common.close",
  suspend: "console.interview.stay",
  outcome: "console.interview.stay",
  change: "console.interview.changeKeep",
} as const;

function Probes({ context }: { readonly context: ScreenContext }) {
  const { t } = useWording();
  const { compiled, state, values } = context;
  const { instrument } = compiled.release;
  const { language, country } = state;
  const texts = Object.entries(instrument.probes).map(([id, text]) => ({ id, text: text[language] ?? "" }));
  const onRequest = scriptsOnRequest(instrument).map((id) => ({
    id,
    text: fill(readScript(instrument, id, { language, country })?.read ?? "", values),
  }));
  if (texts.length + onRequest.length === 0) return <p>{t("console.interview.probesNone")}</p>;
  return (
    <div className="co-probes" lang={language}>
      <ul>
        {texts.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <h3 lang={context.staffLanguage}>{t("console.interview.helpTitle")}</h3>
      <ul>
        {onRequest.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function ChangeList({
  panel,
  context,
}: {
  readonly panel: Panel & { kind: "change" };
  readonly context: ScreenContext;
}) {
  const { t } = useWording();
  const { asked, dropped } = panel.change;
  const titlesOf = (variables: readonly string[]) => [
    ...new Set(variables.map((variable) => unitTitle(context.compiled, variable))),
  ];
  return (
    <>
      {asked.length > 0 && (
        <>
          <p>{t("console.interview.changeAsk", { count: asked.length })}</p>
          <ul>
            {titlesOf(asked).map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
      {dropped.length > 0 && (
        <>
          <p>{t("console.interview.changeDrop", { count: dropped.length })}</p>
          <ul>
            {titlesOf(dropped).map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
