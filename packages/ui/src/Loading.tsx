// Shown while something is fetched; keeps the place of what comes.

import { useWording } from "@fieldline/wording";

export function Loading({ label }: { readonly label?: string }) {
  const { t } = useWording();
  return (
    <div className="fl-loading" role="status">
      {label ?? t("common.loading")}
    </div>
  );
}
