// The sample of a wave: what was brought in, and bringing in more, with each refused row and its reason.

import type { WaveSettings } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { client } from "../client.ts";
import { useMay } from "../session/use-me.ts";
import { Brought } from "./Brought.tsx";
import { FileChooser } from "./FileChooser.tsx";
import { Imports } from "./Imports.tsx";
import { Part } from "./Part.tsx";
import { useImport } from "./use-import.ts";

const columns = "record,country,region,number,kind[,number2,kind2,name]";

export function Sample({ settings }: { readonly settings: WaveSettings }) {
  const { t } = useWording();
  const mayImport = useMay("sample.import");
  const bring = useImport(settings.id, client.importSample);
  const brought = bring.data;
  const imports = settings.sampleImports.map(({ accepted, refused, ...one }) => ({
    ...one,
    counts: [accepted, refused],
  }));
  return (
    <Part title={t("monitor.setup.sample.title")} step={bring}>
      <p>{t("monitor.setup.sample.records", { count: settings.records })}</p>
      {mayImport && <FileChooser columns={columns} busy={bring.isPending} bring={bring.mutate} />}
      <Brought
        file={brought}
        taken={brought && t("monitor.setup.sample.done", { count: brought.reply.accepted })}
      />
      {imports.length === 0 ? (
        <p className="fl-soft">{t("monitor.setup.sample.empty")}</p>
      ) : (
        <Imports
          caption={t("monitor.setup.sample.list")}
          counted={[t("monitor.setup.sample.accepted"), t("monitor.setup.sample.refused")]}
          imports={imports}
        />
      )}
    </Part>
  );
}
