// The rows of a file that were refused, each with its reason, and all of them as a file for whoever mends them.

import { problemText, useWording } from "@fieldline/wording";
import { csvForPeople } from "../tables/csv.ts";
import { download } from "../tables/download.ts";
import { Scroll } from "../tables/Scroll.tsx";
import type { RefusedRow } from "./use-import.ts";

interface RefusalsProps {
  readonly source: string;
  readonly refusals: readonly RefusedRow[];
}

/** More than these are for a spreadsheet. */
const shownAtMost = 20;

export function Refusals({ source, refusals }: RefusalsProps) {
  const { t, language } = useWording();
  if (refusals.length === 0) return null;
  const rows = refusals.map(({ code, params = {} }) => ({
    row: String(params["row"] ?? ""),
    reason: problemText(t, { code, params }, language),
    code,
  }));
  const title = t("monitor.setup.files.refusedOf", { file: source });
  const header = [
    t("monitor.setup.files.row"),
    t("monitor.setup.files.reason"),
    t("monitor.setup.files.code"),
  ];
  const save = (): void => {
    const lines = rows.map(({ row, reason, code }) => [source, row, reason, code]);
    const name = source.replace(/\.csv$/i, "");
    download(`${name}_refused.csv`, csvForPeople([[t("monitor.setup.files.file"), ...header], ...lines]));
  };
  return (
    <>
      <Scroll label={title}>
        <table className="mo-table" data-dense>
          <caption className="fl-visually-hidden">{title}</caption>
          <thead>
            <tr>
              {header.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownAtMost).map(({ row, reason, code }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                <td>{reason}</td>
                <td>
                  <code>{code}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length > shownAtMost && (
        <p className="fl-soft">
          {t("monitor.setup.files.firstOnly", { shown: shownAtMost, count: rows.length })}
        </p>
      )}
      <button type="button" className="fl-button mo-start" onClick={save}>
        {t("monitor.setup.files.download")}
      </button>
    </>
  );
}
