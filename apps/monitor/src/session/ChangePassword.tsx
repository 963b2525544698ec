// The key of the bar on top that opens the form for one's own password.

import type { Me } from "@fieldline/protocol";
import { OwnPassword } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { Button } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { Dialog } from "../frame/Dialog.tsx";

export function ChangePassword({ me }: { readonly me: Me }) {
  const { t } = useWording();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("monitor.password")}
      </Button>
      {open && (
        <Dialog className="mo-dialog mo-dialog--narrow" closed={() => setOpen(false)}>
          {({ heading, leave }) => (
            <>
              <h2 id={heading}>{t("common.password.title")}</h2>
              <OwnPassword name={me.name} change={client.changeOwnPassword} />
              <button type="button" className="fl-button" onClick={leave}>
                {t("common.close")}
              </button>
            </>
          )}
        </Dialog>
      )}
    </>
  );
}
