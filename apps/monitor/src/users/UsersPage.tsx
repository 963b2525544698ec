// The people who sign in, as far as one manages them: the list, and at its side whoever is opened or added.

import { useWording } from "@fieldline/wording";
import { Button, Group, Stack, Text } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { AsOf } from "../frame/AsOf.tsx";
import { PageTitle } from "../frame/PageTitle.tsx";
import { Settled } from "../frame/Settled.tsx";
import { useMay } from "../session/use-me.ts";
import { UserDrawer } from "./UserDrawer.tsx";
import { Users } from "./Users.tsx";
import { useUsers } from "./use-users.ts";
import { newUser, type UserView } from "./view.ts";

export function UsersPage() {
  const { t } = useWording();
  const allowed = useMay("user.manage");
  const users = useUsers(allowed);
  const view = useSearch({ from: "/users" });
  const navigate = useNavigate({ from: "/users" });
  const look = (search: UserView): void => void navigate({ search, replace: true, resetScroll: false });
  const { open, ...rest } = view;
  if (!allowed) {
    return (
      <main id="content" className="mo-page">
        <Stack gap="sm" className="mo-narrow">
          <PageTitle>{t("monitor.notAllowed.title")}</PageTitle>
          <Text>{t("monitor.notAllowed.users")}</Text>
          <Link to="/">{t("monitor.notFound.link")}</Link>
        </Stack>
      </main>
    );
  }
  return (
    <main id="content" className="mo-page">
      <Group justify="space-between">
        <PageTitle>{t("monitor.users.title")}</PageTitle>
        {users.data && <AsOf query={users} />}
      </Group>
      <Text className="mo-narrow mo-no-print">{t("monitor.users.note")}</Text>
      <Button className="mo-start mo-no-print" onClick={() => look({ ...rest, open: newUser })}>
        {t("monitor.users.add")}
      </Button>
      <Settled query={users}>
        {(list) => (
          <>
            {list.more && <p className="mo-stale">{t("monitor.users.more")}</p>}
            <Users users={list.users} view={view} look={look} />
            {open !== undefined && <UserDrawer key={open} list={list} open={open} close={() => look(rest)} />}
          </>
        )}
      </Settled>
    </main>
  );
}
