// One desk as a line of the floor; drawn again only when something about it has changed.

import type { DeskRow } from "@fieldline/protocol";
import { memo } from "react";
import { CaseLink } from "../cases/CaseLink.tsx";
import { number } from "../format.ts";
import { countryText, type FloorReader, figureColumns, languageText, unitText } from "./columns.ts";
import { Length } from "./Length.tsx";
import { StateSince } from "./StateSince.tsx";

interface DeskLineProps {
  readonly desk: DeskRow;
  /** Of a complete in the desk's country; null where none is known. */
  readonly medianMinutes: number | null;
  readonly reader: FloorReader;
}

export const DeskLine = memo(function DeskLine({ desk, medianMinutes, reader }: DeskLineProps) {
  return (
    <tr data-desk={desk.name} data-state={desk.state}>
      <th scope="row">{desk.name}</th>
      <td>
        <StateSince desk={desk} />
      </td>
      <td>
        {countryText(desk, reader)}{" "}
        {desk.reference !== null && (
          <span className="mo-floor__second fl-soft" data-unbroken>
            {desk.caseId === null ? desk.reference : <CaseLink id={desk.caseId} reference={desk.reference} />}
          </span>
        )}
      </td>
      <td>{languageText(desk, reader)}</td>
      <td data-align="end" data-unbroken>
        {unitText(desk, reader)}
      </td>
      <td data-align="end">
        {desk.interviewSince !== null && <Length since={desk.interviewSince} medianMinutes={medianMinutes} />}
      </td>
      {figureColumns.map((column) => (
        <td key={column} data-align="end">
          {number(desk.figures[column], reader.language)}
        </td>
      ))}
    </tr>
  );
});
