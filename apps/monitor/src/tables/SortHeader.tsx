// The head of a column that can be sorted by: a press sorts by it, a second one turns the order.

import { useWording } from "@fieldline/wording";

/** By which column a table is sorted, and whether from the end. */
export interface Sorting<Column extends string> {
  readonly sort: Column;
  readonly down: boolean;
}

interface SortHeaderProps<Column extends string> {
  readonly column: Column;
  readonly name: string;
  /** How the table is sorted now; empty while it stands as it came. */
  readonly sorted: { readonly sort?: Column | undefined; readonly down?: boolean | undefined };
  /** Numbers align right. */
  readonly end?: boolean;
  readonly onSort: (next: Sorting<Column>) => void;
}

export function SortHeader<Column extends string>(props: SortHeaderProps<Column>) {
  const { column, name, sorted, end = false, onSort } = props;
  const { t } = useWording();
  const on = sorted.sort === column;
  const down = on && sorted.down === true;
  return (
    <th
      scope="col"
      aria-sort={on ? (down ? "descending" : "ascending") : "none"}
      data-align={end ? "end" : undefined}
    >
      <button
        type="button"
        className="mo-sort"
        title={t("monitor.interviews.sort", { column: name })}
        onClick={() => onSort({ sort: column, down: on && !down })}
      >
        {name}
        <span aria-hidden="true" className="mo-sort__mark" data-on={on}>
          {on ? (down ? "↓" : "↑") : "↕"}
        </span>
      </button>
    </th>
  );
}
