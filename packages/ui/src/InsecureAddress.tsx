// Instead of a page that cannot work: an address without encryption, on which a browser holds back what is needed.

import { useWording } from "@fieldline/wording";

export function InsecureAddress() {
  const { t } = useWording();
  return (
    <main className="fl-sign-in">
      <div className="fl-sign-in__box" role="alert">
        <h1 className="fl-sign-in__brand">Fieldline</h1>
        <p>{t("common.insecureAddress", { host: location.host })}</p>
      </div>
    </main>
  );
}
