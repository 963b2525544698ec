// The head of a column that can be sorted by.

import { useWording } from "@fieldline/wording";

interface SortHeaderProps {
  readonly name: string;
  /** How the table is sorted by this column now. */
  readonly order: "ascending" | "descending" | undefined;
  readonly end: boolean;
  readonly onSort: () => void;
}

export function SortHeader({ name, order, end, onSort }: SortHeaderProps) {
  const { t } = useWording();
  const mark = order === undefined ? "↕" : order === "ascending" ? "↑" : "↓";
  return (
    <th scope="col" aria-sort={order ?? "none"} data-align={end ? "end" : undefined}>
      <button
        type="button"
        className="mo-sort"
        title={t("monitor.interviews.sort", { column: name })}
        onClick={onSort}
      >
        {name}
        <span aria-hidden="true" className="mo-sort__mark" data-on={order !== undefined}>
          {mark}
        </span>
      </button>
    </th>
  );
}
