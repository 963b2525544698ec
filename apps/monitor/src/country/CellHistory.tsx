// Who changed what on an opened cell and when, newest first.

import type { QuotaCellPage } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { dayAndTime } from "../format.ts";
import { changedParts } from "./changed-parts.ts";

/** How the parts of a cell are called on the screens. */
const names = {
  target: "monitor.quotas.target",
  policy: "monitor.quotas.column.policy",
  closed: "monitor.quotas.column.state",
  cap: "monitor.quotas.limit",
} as const;

export function CellHistory({ changes }: Pick<QuotaCellPage, "changes">) {
  const { t, language } = useWording();
  return (
    <section className="mo-drawer__part" aria-label={t("monitor.cell.history")}>
      <h3>{t("monitor.cell.history")}</h3>
      {changes.length === 0 ? (
        <p className="fl-soft">{t("monitor.cell.noHistory")}</p>
      ) : (
        <ol className="mo-story">
          {changes.map((change) => (
            <li key={`${change.at} ${change.by}`}>
              <p className="fl-soft">
                {dayAndTime(change.at, undefined, language)} · {change.by}
              </p>
              {changedParts(change, t, language).map(({ part, before, after }) => (
                <p key={part}>{t("monitor.cell.becomes", { what: t(names[part]), before, after })}</p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
