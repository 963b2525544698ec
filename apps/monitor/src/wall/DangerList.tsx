// The cells of a country that will refuse people next, and how many refuse already.

import type { QuotaBoard } from "@fieldline/protocol";
import { standing } from "@fieldline/quota";
import { useWording } from "@fieldline/wording";
import { number } from "../format.ts";
import { dimensionsOf, placesLeft, type QuotaCellBody, totalCellOf } from "../quotas/cells.ts";
import { mostInDanger } from "../quotas/in-danger.ts";
import { cellLabel, shortLabel } from "../quotas/labels.ts";
import type { Reader } from "../quotas/reader.ts";

interface DangerListProps {
  readonly board: QuotaBoard;
  readonly country: string;
  readonly reader: Reader;
  /** It is the only country on the wall, so there is room for more. */
  readonly alone: boolean;
}

/** Where the country as a whole refuses people that comes first: what its cells do then changes nothing. */
export function DangerList({ board: { cells }, country, reader, alone }: DangerListProps) {
  const { t } = useWording();
  const total = totalCellOf(cells, country);
  const next = mostInDanger(cells, country, alone ? 6 : 2);
  const all = [...dimensionsOf(cells, country).values()].flat();
  const count = (state: QuotaCellBody["state"]): number => all.filter((cell) => cell.state === state).length;
  const refusing = [t("monitor.wall.fullCells", { count: count("full") })];
  if (count("closed") > 0) refusing.push(t("monitor.wall.closedCells", { count: count("closed") }));
  const refuses = total && total.state !== "open" ? total.state : null;
  return (
    <section className="mo-danger">
      <h3 className="mo-danger__title" data-refuses={refuses ?? undefined}>
        {t(refuses ? `monitor.wall.total.${refuses}` : "monitor.wall.nextFull")}
      </h3>
      {!refuses && next.length === 0 && <p>{t("monitor.wall.noneNext")}</p>}
      {!refuses && next.length > 0 && (
        <ol className="mo-danger__cells">
          {next.map((cell) => (
            <Danger key={cell.id} cell={cell} reader={reader} alone={alone} />
          ))}
        </ol>
      )}
      <p className="mo-danger__refusing">{refusing.join(" · ")}</p>
    </section>
  );
}

interface DangerProps extends Pick<DangerListProps, "reader" | "alone"> {
  readonly cell: QuotaCellBody;
}

function Danger({ cell, reader, alone }: DangerProps) {
  const { t, language } = reader;
  const name = cellLabel(cell, reader);
  return (
    <li>
      <span className="mo-danger__name" title={name}>
        {alone ? name : shortLabel(cell, reader)}
      </span>{" "}
      {alone && (
        <span className="mo-danger__figures">
          {number(standing(cell), language)} / {number(cell.cap ?? cell.target, language)}
        </span>
      )}{" "}
      <strong>{t("monitor.wall.left", { places: number(placesLeft(cell) ?? 0, language) })}</strong>
    </li>
  );
}
