// Names of countries and languages, and numbers and times, as the interface's language writes them.

/** The locale an interface language writes dates and numbers in: English is British here. */
export const localeOf = (language: string): string => (language === "en" ? "en-GB" : language);

const regionNames = new Map<string, Intl.DisplayNames>();
const languageNames = new Map<string, Intl.DisplayNames>();

function namesIn(
  kept: Map<string, Intl.DisplayNames>,
  language: string,
  type: "region" | "language",
): Intl.DisplayNames {
  const known = kept.get(language);
  if (known) return known;
  const made = new Intl.DisplayNames([language], { type });
  kept.set(language, made);
  return made;
}

/** `DK` → Danmark, Dänemark, Denmark … */
export const countryName = (country: string, language: string): string =>
  namesIn(regionNames, language, "region").of(country) ?? country;

/** `da` → dansk, Dänisch, Danish … */
export const languageName = (spoken: string, language: string): string =>
  namesIn(languageNames, language, "language").of(spoken) ?? spoken;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than the rest of a small screen, so each is made once. */
function formatIn(
  language: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = [language, timeZone, ...Object.keys(options)].join();
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options });
  formats.set(name, made);
  return made;
}

/** Time of day in a zone, 24 hours: `17:04`, with seconds where asked. */
export const timeOfDay = (at: number, zone: string, language: string, seconds = false): string =>
  formatIn(language, zone, {
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
    hourCycle: "h23",
  }).format(at);

/** Weekday, day and month in a zone: `Wed 16 April`. */
export const dayOfWeek = (at: number, zone: string, language: string): string =>
  formatIn(language, zone, { weekday: "short", day: "numeric", month: "long" }).format(at);

/** Minutes and seconds of a duration: `3:12`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
