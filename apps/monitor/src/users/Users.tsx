// The users as the view arranges them: tools and table; or a word on why there is nobody.

import type { UserBody } from "@fieldline/protocol";
import { EmptyState } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { arranged } from "./arrange.ts";
import { UserTable } from "./UserTable.tsx";
import { UserTools } from "./UserTools.tsx";
import type { UserView } from "./view.ts";

interface UsersProps {
  readonly users: readonly UserBody[];
  readonly view: UserView;
  readonly look: (next: UserView) => void;
}

export function Users({ users, view, look }: UsersProps) {
  const { t, language } = useWording();
  if (users.length === 0) {
    return (
      <EmptyState title={t("monitor.users.emptyTitle")}>
        <p>{t("monitor.users.emptyText")}</p>
      </EmptyState>
    );
  }
  const reader = { t, language };
  const shown = arranged(users, view, reader);
  return (
    <>
      <UserTools users={users} shown={shown} view={view} look={look} reader={reader} />
      {shown.length === 0 ? (
        <EmptyState title={t("monitor.users.noMatchTitle")}>
          <p>{t("monitor.users.noMatchText")}</p>
          <Button variant="default" onClick={() => look({})}>
            {t("monitor.interviews.clear")}
          </Button>
        </EmptyState>
      ) : (
        <UserTable users={shown} view={view} look={look} reader={reader} />
      )}
    </>
  );
}
