// The bar on top: where one can go, who is signed in, language and appearance.

import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ChangePassword } from "../session/ChangePassword.tsx";
import { useMay, useMe, useSession } from "../session/use-me.ts";
import { Preferences } from "./Preferences.tsx";

export function TopBar({ links }: { readonly links: boolean }) {
  const { t } = useWording();
  const me = useMe().data;
  const { signOut } = useSession();
  const mayManageUsers = useMay("user.manage");
  return (
    <header className="mo-bar">
      <a className="mo-skip" href="#content">
        {t("monitor.skip")}
      </a>
      <span className="mo-brand">
        Fieldline <span className="fl-soft">{t("monitor.name")}</span>
      </span>
      {links && (
        <nav aria-label={t("monitor.nav.label")} className="mo-nav">
          <Link to="/" activeOptions={{ exact: true }}>
            {t("monitor.nav.waves")}
          </Link>
          {mayManageUsers && <Link to="/users">{t("monitor.nav.users")}</Link>}
        </nav>
      )}
      <div className="mo-bar__end">
        <Preferences />
        {me && (
          <>
            <span className="mo-who">{t("common.signIn.signedInAs", { name: me.displayName })}</span>
            <ChangePassword me={me} />
            <Button variant="default" onClick={() => void signOut()}>
              {t("common.signIn.signOut")}
            </Button>
          </>
        )}
      </div>
    </header>
  );
}
