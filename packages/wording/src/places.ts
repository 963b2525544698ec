// Names of time zones, by the place whose clock is meant.

import type { Translate } from "./i18n.ts";
import type { Strings } from "./keys.ts";

/** `Europe/Prague` → Praha, Prag, Prague; a zone without a name of its own is called by its place's English name. */
export const zoneName = (t: Translate, zone: string): string => {
  const place = zone.split("/").at(-1) ?? zone;
  return t(`common.zone.${place as keyof Strings["common"]["zone"]}`, {
    defaultValue: place.replaceAll("_", " "),
  });
};
