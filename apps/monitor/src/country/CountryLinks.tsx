// From one country of the wave to the next, and back to the wall.

import { countryName, useWording } from "@fieldline/wording";
import { Link } from "@tanstack/react-router";
import { useWaveHere } from "../wave/use-wave-here.ts";

export function CountryLinks({ here }: { readonly here: string }) {
  const { t, language } = useWording();
  const wave = useWaveHere();
  return (
    <nav aria-label={t("monitor.country.links")} className="mo-nav mo-no-print">
      {wave.countries.map(({ code }) => (
        <Link
          key={code}
          to="/waves/$wave/countries/$country"
          params={{ wave: wave.id, country: code }}
          aria-current={code === here ? "page" : undefined}
        >
          {countryName(code, language)}
        </Link>
      ))}
    </nav>
  );
}
