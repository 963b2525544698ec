// The table of users; a press on a name opens the person, one on a column's name sorts by it.

import type { UserBody } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { useMe } from "../session/use-me.ts";
import { Scroll } from "../tables/Scroll.tsx";
import { SortHeader } from "../tables/SortHeader.tsx";
import { type ColumnId, cellText, columnIds, type UserReader } from "./columns.ts";
import type { UserView } from "./view.ts";

interface UserTableProps {
  readonly users: readonly UserBody[];
  readonly view: UserView;
  readonly look: (next: UserView) => void;
  readonly reader: UserReader;
}

export function UserTable({ users, view, look, reader }: UserTableProps) {
  const { t } = useWording();
  const me = useMe().data;
  const { sort = "displayName", down = false } = view;
  const head = (column: ColumnId) => (
    <SortHeader
      key={column}
      name={t(`monitor.users.column.${column}`)}
      column={column}
      sorted={{ sort, down }}
      onSort={(next) => look({ ...view, ...next })}
    />
  );
  const [first, ...others] = columnIds;
  return (
    <Scroll label={t("monitor.users.title")}>
      <table className="mo-table mo-users" data-dense>
        <caption className="fl-visually-hidden">{t("monitor.users.title")}</caption>
        <thead>
          <tr>{columnIds.map(head)}</tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id} data-user={user.name} data-disabled={user.disabledAt !== null || undefined}>
              <th scope="row">
                <button type="button" className="mo-open" onClick={() => look({ ...view, open: user.id })}>
                  {cellText(user, first, reader)}
                </button>
                {me?.id === user.id && <span className="fl-soft"> {t("monitor.users.you")}</span>}
              </th>
              {others.map((column) => (
                <td key={column}>{cellText(user, column, reader)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
