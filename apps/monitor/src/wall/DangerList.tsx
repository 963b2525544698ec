// The cells of a country that will refuse people next, and how many refuse already.

import { standing } from "@fieldline/quota";
import { useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import { dimensionsOf, placesLeft, type QuotaCellBody } from "../quotas/cells.ts";
import { mostInDanger } from "../quotas/in-danger.ts";
import { cellLabel, shortLabel } from "../quotas/labels.ts";
import type { Reader } from "../quotas/reader.ts";

interface DangerListProps {
  readonly cells: readonly QuotaCellBody[];
  readonly country: string;
  readonly reader: Reader;
}

const shown = 2;

export function DangerList({ cells, country, reader }: DangerListProps) {
  const { t, language } = useWording();
  const next = mostInDanger(cells, country, shown);
  const all = [...dimensionsOf(cells, country).values()].flat();
  const count = (state: QuotaCellBody["state"]): number => all.filter((cell) => cell.state === state).length;
  const refusing = [t("monitor.wall.fullCells", { count: count("full") })];
  if (count("closed") > 0) refusing.push(t("monitor.wall.closedCells", { count: count("closed") }));
  return (
    <section className="mo-danger">
      <h3 className="mo-danger__title">{t("monitor.wall.nextFull")}</h3>
      {next.length === 0 ? (
        <p>{t("monitor.wall.noneNext")}</p>
      ) : (
        <ol className="mo-danger__cells">
          {next.map((cell) => (
            <li key={cell.id}>
              <span className="mo-danger__name" title={cellLabel(cell, reader)}>
                {shortLabel(cell, reader)}
              </span>{" "}
              <span className="mo-danger__figures">
                {number(standing(cell), language)} / {number(cell.cap ?? cell.target, language)}
              </span>{" "}
              <strong>{t("monitor.wall.left", { places: number(placesLeft(cell) ?? 0, language) })}</strong>
            </li>
          ))}
        </ol>
      )}
      <p className="mo-danger__refusing">{refusing.join(" · ")}</p>
    </section>
  );
}
