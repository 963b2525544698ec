// A new password, shown this once: to be copied, or printed as a slip that is handed over.

import { useWording } from "@fieldline/wording";
import { useEffect, useRef, useState } from "react";

export interface Shown {
  readonly name: string;
  readonly displayName: string;
  readonly password: string;
}

interface PasswordSlipProps {
  readonly shown: Shown;
  readonly done: () => void;
}

export function PasswordSlip({ shown, done }: PasswordSlipProps) {
  const { t } = useWording();
  const heading = useRef<HTMLHeadingElement>(null);
  const word = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<"no" | "yes" | "byHand">("no");
  useEffect(() => heading.current?.focus(), []);
  /** Without the right to the clipboard, or without HTTPS, the password is marked, to be copied by key. */
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(shown.password);
      setCopied("yes");
    } catch {
      if (word.current) getSelection()?.selectAllChildren(word.current);
      setCopied("byHand");
    }
  };
  return (
    <section className="mo-slip mo-drawer__part">
      <h3 ref={heading} tabIndex={-1}>
        {t("monitor.users.password.title", { name: shown.displayName })}
      </h3>
      <dl className="mo-drawer__figures">
        <div>
          <dt>{t("monitor.users.password.address")}</dt>
          <dd>{location.origin}/</dd>
        </div>
        <div>
          <dt>{t("common.signIn.name")}</dt>
          <dd>{shown.name}</dd>
        </div>
        <div>
          <dt>{t("common.signIn.password")}</dt>
          <dd>
            <code ref={word} className="mo-slip__word">
              {shown.password}
            </code>
          </dd>
        </div>
      </dl>
      <p className="mo-no-print">{t("monitor.users.password.once")}</p>
      <div className="mo-confirm__keys mo-no-print">
        <button type="button" className="fl-button" onClick={() => void copy()}>
          {t("monitor.users.password.copy")}
        </button>
        <button type="button" className="fl-button" onClick={() => window.print()}>
          {t("monitor.users.password.print")}
        </button>
        <button type="button" className="fl-button" data-look="main" onClick={done}>
          {t("monitor.users.password.done")}
        </button>
      </div>
      <p role="status" className="mo-change__done mo-no-print">
        {copied !== "no" && t(`monitor.users.password.${copied === "yes" ? "copied" : "byHand"}`)}
      </p>
    </section>
  );
}
