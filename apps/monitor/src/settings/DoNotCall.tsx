// Who is not to be called: lists brought in, and the list of this wave taken out.

import type { WaveSettings } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { client } from "../client.ts";
import { useMay } from "../session/use-me.ts";
import { Brought } from "./Brought.tsx";
import { FileChooser } from "./FileChooser.tsx";
import { Imports } from "./Imports.tsx";
import { Part } from "./Part.tsx";
import { TakeOutList } from "./TakeOutList.tsx";
import { useImport } from "./use-import.ts";

const columns = "number,country";

interface DoNotCallProps {
  readonly settings: WaveSettings;
  readonly mayChange: boolean;
}

export function DoNotCall({ settings, mayChange }: DoNotCallProps) {
  const { t } = useWording();
  const mayImport = useMay("doNotCall.import") && mayChange;
  const mayExport = useMay("doNotCall.export") && settings.whole;
  const bring = useImport(settings.id, client.importDoNotCall);
  const brought = bring.data;
  const none = (): void => {
    const file = new Blob([`${columns}\n`], { type: "text/csv" });
    bring.mutate({ source: t("monitor.setup.doNotCall.emptySource"), file });
  };
  const lists = settings.doNotCallImports;
  return (
    <Part title={t("monitor.setup.doNotCall.title")} step={bring}>
      <p>{t("monitor.setup.doNotCall.text")}</p>
      {mayImport && <FileChooser columns={columns} busy={bring.isPending} bring={bring.mutate} />}
      {mayImport && lists.length === 0 && (
        <button type="button" className="fl-button mo-start" disabled={bring.isPending} onClick={none}>
          {t("monitor.setup.doNotCall.empty")}
        </button>
      )}
      <Brought
        file={brought}
        taken={brought && t("monitor.setup.doNotCall.done", { count: brought.reply.entries })}
      />
      {lists.length === 0 ? (
        <p className="fl-soft">{t("monitor.setup.doNotCall.none")}</p>
      ) : (
        <Imports
          caption={t("monitor.setup.doNotCall.list")}
          counted={[t("monitor.setup.doNotCall.entries")]}
          imports={lists.map(({ entries, ...one }) => ({ ...one, counts: [entries] }))}
        />
      )}
      {mayExport && <TakeOutList settings={settings} />}
    </Part>
  );
}
