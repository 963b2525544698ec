// The call rules of a wave: who is rung when, as figures that may be changed, with a preview and the versions.

import type { CallRulesPage } from "@fieldline/protocol";
import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { NotWithThisRole } from "../frame/NotWithThisRole.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { useFieldNow, useWave } from "../waves/use-waves.ts";
import { History } from "./History.tsx";
import { Hours } from "./Hours.tsx";
import { type Section, sections } from "./places.ts";
import { RuleField } from "./RuleField.tsx";
import { RulesBar } from "./RulesBar.tsx";
import { type Looked, lookedAt, useDraft } from "./use-draft.ts";
import { useRules } from "./use-rules.ts";

export function RulesPage() {
  const { t } = useWording();
  const wave = useWaveHere();
  const allowed = useMay("rules.read");
  const rules = useRules(wave.id, allowed);
  if (!allowed) return <NotWithThisRole page="rules" />;
  return (
    <main id="content" className="mo-page">
      <PageTitle of={wave.title}>{t("monitor.rules.title")}</PageTitle>
      <Settled query={rules}>
        {(page) => {
          const inForce = lookedAt(page);
          return inForce ? (
            <Editor page={page} inForce={inForce} />
          ) : (
            <EmptyState title={t("monitor.rules.title")}>
              <p>{t("monitor.rules.none")}</p>
            </EmptyState>
          );
        }}
      </Settled>
    </main>
  );
}

interface EditorProps {
  readonly page: CallRulesPage;
  readonly inForce: Looked;
}

function Editor({ page, inForce }: EditorProps) {
  const { t } = useWording();
  const draft = useDraft(inForce);
  const wave = useWaveHere();
  const fieldNow = useFieldNow(wave, useWave(wave.id).dataUpdatedAt);
  const disabled = !page.mayChange;
  const pathsOf = (section: Section): readonly string[] =>
    section === "delays"
      ? Object.keys(draft.base.rules.delays).map((key) => `delays.${key}`)
      : sections[section];
  return (
    <>
      <p className="fl-soft mo-rules__lead">
        {t("monitor.rules.lead", { version: draft.base.version })} {disabled && t("monitor.rules.readOnly")}
      </p>
      <section className="mo-card mo-rules__part" aria-labelledby="rules-hours">
        <h2 id="rules-hours" className="mo-card__title">
          {t("monitor.rules.section.hours")}
        </h2>
        <p className="fl-soft">{t("monitor.rules.about.hours")}</p>
        <Hours draft={draft} disabled={disabled} />
      </section>
      <div className="mo-rules">
        {(Object.keys(sections) as Section[]).map((section) => (
          <section key={section} className="mo-card mo-rules__part" aria-labelledby={`rules-${section}`}>
            <h2 id={`rules-${section}`} className="mo-card__title">
              {t(`monitor.rules.section.${section}`)}
            </h2>
            <p className="fl-soft">{t(`monitor.rules.about.${section}`)}</p>
            {pathsOf(section).map((path) => (
              <RuleField key={path} path={path} draft={draft} disabled={disabled} />
            ))}
          </section>
        ))}
      </div>
      <History versions={page.versions} />
      {page.mayChange && <RulesBar draft={draft} inForce={inForce} fieldNow={fieldNow} />}
    </>
  );
}
