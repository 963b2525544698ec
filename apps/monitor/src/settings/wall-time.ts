// A day and time as somebody types it for a zone, and the instant it is there.

const fields = ["year", "month", "day", "hour", "minute"] as const;

/** `2008-04-16T17:00`, as inputs of day and time have it, of an instant in a zone. */
export function wallTimeIn(zone: string, at: number): string {
  const options = { timeZone: zone, hourCycle: "h23", year: "numeric" } as const;
  const two = { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  const parts = new Intl.DateTimeFormat("en", { ...options, ...two }).formatToParts(at);
  const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? "";
  const [year, month, day, hour, minute] = fields.map(part);
  return `${year?.padStart(4, "0")}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The instant at which clocks of the zone show this; `null` for what is no day and time. A time that the clocks skip
 * is the one as long after, and of a time they show twice the second is taken.
 */
export function instantIn(zone: string, wallTime: string): number | null {
  const asUtc = Date.parse(`${wallTime}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallTime) || Number.isNaN(asUtc)) return null;
  const ahead = (at: number): number => Date.parse(`${wallTimeIn(zone, at)}Z`) - at;
  const first = asUtc - ahead(asUtc);
  return asUtc - ahead(first);
}
