// The do-not-call list of a wave as a file, for those who may hold numbers in their hands.

import type { WaveSettings } from "@fieldline/protocol";
import { ProblemNote } from "@fieldline/ui";
import { useWording } from "@fieldline/wording";
import { useMutation } from "@tanstack/react-query";
import { answered, client, problemOf } from "../client.ts";
import { download } from "../tables/download.ts";

export function TakeOutList({ settings }: { readonly settings: WaveSettings }) {
  const { t } = useWording();
  const { id, code, mode, fieldNow } = settings;
  const take = useMutation({
    mutationFn: () => answered(client.exportDoNotCall(id)),
    onSuccess: ({ csv }) =>
      download(`${code}_${mode === "test" ? "TEST" : "LIVE"}_${fieldNow.slice(0, 10)}_do-not-call.csv`, csv),
  });
  return (
    <div className="mo-setup__part">
      <p className="fl-soft">{t("monitor.setup.doNotCall.takeOutText")}</p>
      <button
        type="button"
        className="fl-button mo-start"
        disabled={take.isPending}
        onClick={() => take.mutate()}
      >
        {t("monitor.setup.doNotCall.takeOut")}
      </button>
      <p role="status" className="mo-change__done">
        {take.data && t("monitor.setup.doNotCall.out", { count: take.data.entries })}{" "}
        {take.data &&
          take.data.withoutNumber > 0 &&
          t("monitor.setup.doNotCall.unwritten", { count: take.data.withoutNumber })}
      </p>
      {take.isError && <ProblemNote problem={problemOf(take.error)} onDismiss={take.reset} />}
    </div>
  );
}
