// The versions of the rules: when, by whom, and what was changed in each.

import type { CallRulesPage } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { dayAndTime } from "../format.ts";
import { ruleName, ruleValue } from "./words.ts";

export function History({ versions }: Pick<CallRulesPage, "versions">) {
  const { t, language } = useWording();
  const wording = { t, language };
  return (
    <section className="mo-card mo-rules__part" aria-labelledby="rules-history">
      <h2 id="rules-history" className="mo-card__title">
        {t("monitor.rules.history")}
      </h2>
      <ol className="mo-rules__versions">
        {versions.map(({ version, at, by, changes }) => (
          <li key={version}>
            <strong>{t("monitor.rules.version", { version })}</strong>{" "}
            <span className="fl-soft">
              {dayAndTime(at, undefined, language)}, {by ?? t("monitor.rules.setUp")}
            </span>
            {changes.length === 0 ? (
              <p>{t(version === 1 ? "monitor.rules.first" : "monitor.rules.same")}</p>
            ) : (
              <ul>
                {changes.map(({ path, before, after }) => (
                  <li key={path}>
                    {t("monitor.rules.change", {
                      what: ruleName(wording, path),
                      before: ruleValue(wording, path, before),
                      after: ruleValue(wording, path, after),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
