// The checks' own opinion of local time: the two Sundays of 2008 on which clocks were changed, and nothing else.

const hour = 3_600_000;
/** Last Sundays of March and October 2008, 01:00 UTC. */
const summerFrom = Date.UTC(2008, 2, 30, 1);
const summerTo = Date.UTC(2008, 9, 26, 1);

export interface WallClock {
  readonly date: string;
  readonly minute: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export function wallClock(at: number, country: string): WallClock {
  const summer = at >= summerFrom && at < summerTo ? hour : 0;
  const local = new Date(at + (country === "GB" ? 0 : hour) + summer);
  return {
    date: local.toISOString().slice(0, 10),
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
    weekday: local.getUTCDay(),
  };
}

/** Public holidays that fall into a season, by heart. */
export const holidays: Readonly<Record<string, readonly string[]>> = {
  CZ: ["2008-05-01", "2008-10-28"],
  DK: ["2008-04-18", "2008-05-01"],
  FR: ["2008-05-01"],
  DE: ["2008-05-01"],
  GB: ["2008-05-05"],
};
