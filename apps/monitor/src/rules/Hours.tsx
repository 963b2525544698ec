// The hours of each country: its time zone, and from when to when people are called on each kind of day.

import { type CallWindow, weekdays } from "@fieldline/calling";
import { countryName, useWording } from "@fieldline/wording";
import { Scroll } from "../tables/Scroll.tsx";
import { PutBack } from "./PutBack.tsx";
import type { Draft } from "./use-draft.ts";
import { findingText, type Wording, word } from "./words.ts";

interface HoursProps {
  readonly draft: Draft;
  readonly disabled: boolean;
}

const working = weekdays.slice(0, 5);

const columns = [
  { name: "weekday", days: working },
  ...(["sat", "sun", "publicHoliday"] as const).map((day) => ({ name: day, days: [day] })),
] as const;

type Day = (typeof columns)[number]["days"][number];

/** Days of a column that follow each other and have the same hours, as they were looked at. */
function runsOf(days: readonly Day[], windows: Readonly<Record<Day, CallWindow | null>>): Day[][] {
  const runs: Day[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run && first && JSON.stringify(windows[first]) === JSON.stringify(windows[day])) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

export function Hours({ draft, disabled }: HoursProps) {
  const { t, language } = useWording();
  return (
    <Scroll label={t("monitor.rules.about.hours")}>
      <table className="mo-table mo-hours" data-dense>
        <caption className="fl-visually-hidden">{t("monitor.rules.section.hours")}</caption>
        <thead>
          <tr>
            <th scope="col">{word(t, "country")}</th>
            <th scope="col">{word(t, "zone")}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {word(t, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(draft.base.rules.countries).map(([country, { windows }]) => (
            <tr key={country}>
              <th scope="row">{countryName(country, language)}</th>
              <td>
                <Zone country={country} draft={draft} disabled={disabled} />
              </td>
              {columns.map(({ name, days }) => (
                <td key={name}>
                  {runsOf(days, windows).map((run, _, runs) => (
                    <Window
                      key={run.join()}
                      of={countryName(country, language)}
                      days={runs.length === 1 ? word(t, name) : daysOf(t, run)}
                      named={runs.length > 1}
                      paths={run.map((day) => `countries.${country}.windows.${day}`)}
                      draft={draft}
                      disabled={disabled}
                    />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Zone({ country, draft, disabled }: HoursProps & { readonly country: string }) {
  const { t, language } = useWording();
  const path = `countries.${country}.timeZone`;
  return (
    <div className="mo-hours__cell">
      <input
        className="fl-input mo-hours__zone"
        aria-label={`${countryName(country, language)}, ${word(t, "zone")}`}
        value={String(draft.values.get(path))}
        maxLength={60}
        disabled={disabled}
        onChange={({ target }) => draft.put([path, target.value])}
      />
      <Said paths={[path]} draft={draft} disabled={disabled} />
    </div>
  );
}

/** `Monday–Thursday` */
const daysOf = (t: Wording["t"], days: readonly Day[]): string =>
  [...new Set([days[0], days.at(-1)])].map((day) => word(t, day ?? "")).join("–");

interface WindowProps extends HoursProps {
  readonly of: string;
  readonly days: string;
  /** The days are not those of the whole column, so they are written above. */
  readonly named: boolean;
  readonly paths: readonly string[];
}

const usual: CallWindow = ["09:00", "20:00"];

function Window({ of, days, named, paths, draft, disabled }: WindowProps) {
  const { t } = useWording();
  const [path = ""] = paths;
  const window = (draft.values.get(path) ?? null) as CallWindow | null;
  const held = (draft.held.get(path) ?? null) as CallWindow | null;
  const put = (next: CallWindow | null) => draft.put(...paths.map((one) => [one, next] as const));
  const time = (side: 0 | 1) => (
    <input
      className="fl-input"
      aria-label={`${of}, ${days}, ${word(t, side === 0 ? "from" : "to")}`}
      value={window?.[side] ?? ""}
      maxLength={5}
      disabled={disabled}
      onChange={({ target }) =>
        window && put(side === 0 ? [target.value, window[1]] : [window[0], target.value])
      }
    />
  );
  return (
    <div className="mo-hours__cell">
      {named && <span className="fl-small mo-rule__mark">{days}</span>}
      <label className="mo-hours__open">
        <input
          type="checkbox"
          aria-label={`${of}, ${days}, ${word(t, "open")}`}
          checked={window !== null}
          disabled={disabled}
          onChange={() => put(window === null ? (held ?? usual) : null)}
        />
        {word(t, window === null ? "closed" : "open")}
      </label>
      {window && (
        <span className="mo-hours__times">
          {time(0)}–{time(1)}
        </span>
      )}
      <Said paths={paths} draft={draft} disabled={disabled} />
    </div>
  );
}

function Said({ paths, draft, disabled }: HoursProps & { readonly paths: readonly string[] }) {
  const { t } = useWording();
  const finding = draft.findings.find(({ path }) => paths.includes(path));
  return (
    <>
      {finding && <strong className="mo-rule__finding">{findingText(t, finding)}</strong>}
      <PutBack paths={paths} draft={draft} disabled={disabled} />
    </>
  );
}
