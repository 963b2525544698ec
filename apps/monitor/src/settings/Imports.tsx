// What was brought in so far: when, from which file, how much of it.

import { useWording } from "@fieldline/wording";
import { dayAndTime, number } from "../format.ts";
import { Scroll } from "../tables/Scroll.tsx";

interface Import {
  readonly id: string;
  readonly at: string;
  readonly source: string;
  readonly counts: readonly number[];
}

interface ImportsProps {
  readonly caption: string;
  readonly counted: readonly string[];
  readonly imports: readonly Import[];
}

export function Imports({ caption, counted, imports }: ImportsProps) {
  const { t, language } = useWording();
  return (
    <Scroll label={caption}>
      <table className="mo-table" data-dense>
        <caption className="fl-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("monitor.setup.files.file")}</th>
            <th scope="col">{t("monitor.setup.files.when")}</th>
            {counted.map((name) => (
              <th key={name} scope="col" data-align="end">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {imports.map(({ id, at, source, counts }) => (
            <tr key={id}>
              <th scope="row">{source}</th>
              <td>{dayAndTime(at, undefined, language)}</td>
              {counts.map((count, index) => (
                <td key={counted[index]} data-align="end">
                  {number(count, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
