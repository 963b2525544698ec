// How many desks are in which state, under the cards of the wall.

import { deskStates, type Floor } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { Link } from "@tanstack/react-router";
import { number } from "../format.ts";
import type { Pushed } from "../live/use-pushed.ts";
import { useWaveHere } from "../wave/use-wave-here.ts";

export function DeskCounts({ floor }: { readonly floor: Pushed<Floor> }) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  const { freshness } = floor;
  const desks = floor.value?.desks;
  const counts = deskStates.map((state) => ({
    state,
    count: desks?.filter((desk) => desk.state === state).length ?? 0,
  }));
  const stale = freshness === "stale";
  const inUse = counts.filter(({ count }) => count > 0);
  const heading = "wall-desks";
  return (
    <section className="mo-desks" aria-labelledby={heading} data-stale={stale || undefined}>
      <h2 id={heading} className="mo-strip__title">
        <Link to="/waves/$wave/floor" params={{ wave: wave.id }}>
          {t("monitor.wall.desks")}
        </Link>{" "}
        {desks && <strong data-testid="desks">{number(desks.length, language)}</strong>}
      </h2>
      {stale && <p className="mo-desks__stale">{t("monitor.wall.floorNotLive")}</p>}
      {desks && !stale && inUse.length === 0 && <p>{t("monitor.wall.nobody")}</p>}
      {inUse.length > 0 && (
        <dl>
          {inUse.map(({ state, count }) => (
            <div key={state} data-state={state}>
              <dt>{t(`monitor.floor.state.${state}`)}</dt>
              <dd>{number(count, language)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
