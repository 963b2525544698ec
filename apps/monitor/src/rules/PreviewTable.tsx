// What a recorded span would have served under the changed rules.

import type { CallRulesPreview } from "@fieldline/protocol";
import { countryName, outcomeLabel, useWording } from "@fieldline/wording";
import { Link } from "@tanstack/react-router";
import { number, shortDayAndTime } from "../format.ts";
import { Scroll } from "../tables/Scroll.tsx";
import { useWaveHere } from "../wave/use-wave-here.ts";
import { zoneOf } from "../waves/use-waves.ts";
import { ruleWords } from "./words.ts";

const kinds = ["notYet", "sooner"] as const;

export function PreviewTable({ seen }: { readonly seen: CallRulesPreview }) {
  const { t, language } = useWording();
  const zone = zoneOf(useWaveHere());
  const time = (iso: string): string => shortDayAndTime(iso, zone, language);
  const rows = kinds.flatMap((kind) => seen[kind].map((row) => ({ kind, ...row })));
  return (
    <div className="mo-rules__seen" role="status">
      <p>
        {t("monitor.rules.seen.summary", {
          ...{ from: time(seen.from), to: time(seen.to) },
          ...{ dials: number(seen.dials, language), same: number(seen.same, language) },
        })}{" "}
        {seen.cut && t("monitor.rules.seen.cut")} {rows.length === 0 && t("monitor.rules.seen.nothing")}
      </p>
      {rows.length > 0 && (
        <div className="mo-rules__tables">
          <table className="mo-table" data-dense>
            <caption className="fl-visually-hidden">{t("monitor.rules.seen.caption")}</caption>
            <tbody>
              {rows.map(({ kind, rule, count }) => (
                <tr key={`${kind} ${rule}`}>
                  <td>{t(`monitor.rules.seen.${kind}`)}</td>
                  <th scope="row">{ruleWords(t, rule)}</th>
                  <td className="mo-figure">{number(count, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Examples seen={seen} />
        </div>
      )}
    </div>
  );
}

function Examples({ seen }: { readonly seen: CallRulesPreview }) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  return (
    <Scroll label={t("monitor.rules.seen.examples")}>
      <table className="mo-table" data-dense>
        <caption className="fl-visually-hidden">{t("monitor.rules.seen.examples")}</caption>
        <thead>
          <tr>
            {(["case", "localTime", "before", "what"] as const).map((name) => (
              <th key={name} scope="col">
                {t(`monitor.rules.seen.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.examples.map((one) => (
            <tr key={`${one.caseId} ${one.at}`}>
              <th scope="row">
                <Link to="/waves/$wave/cases/$case" params={{ wave: wave.id, case: one.caseId }}>
                  {one.reference}
                </Link>{" "}
                <span className="fl-soft">{countryName(one.country, language)}</span>
              </th>
              <td>{one.localTime}</td>
              <td>
                {one.disposition === null ? t("monitor.rules.seen.none") : outcomeLabel(t, one.disposition)}
              </td>
              <td>
                {t(`monitor.rules.seen.${one.kind}`)}: {ruleWords(t, one.rule)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
