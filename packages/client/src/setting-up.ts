// The calls by which a wave is set up: made, changed, let into the field, filled from files.

import type {
  CallRulesBody,
  CallRulesPage,
  CallRulesPreview,
  CreateWave,
  DoNotCallExport,
  DoNotCallImportReply,
  ForwardWave,
  ForwardWaveReply,
  PreviewCallRules,
  ReleaseList,
  RouteName,
  SampleImportReply,
  WaveChanges,
  WaveSettings,
} from "@fieldline/protocol";
import type { CommandIds } from "./command.ts";
import type { Reply, Sent } from "./request.ts";

export interface Ways {
  readonly ask: <Value>(name: RouteName, sent?: Sent) => Promise<Reply<Value>>;
  readonly order: <Value>(
    name: RouteName,
    sent: Omit<Sent, "body">,
    content: Readonly<Record<string, unknown>>,
    body: (ids: CommandIds) => unknown,
  ) => Promise<Reply<Value>>;
}

/** An import is one transaction of many rows; the server gives up well before. */
const fileTimeout = 60_000;

export function settingUp({ ask, order }: Ways) {
  const bring = async <Value>(
    name: "importSample" | "importDoNotCall",
    wave: string,
    source: string,
    file: Blob,
  ): Promise<Reply<Value>> => {
    const content = { source, text: await file.text() };
    const sent = { at: { wave }, csv: file, timeoutMs: fileTimeout };
    return order<Value>(name, sent, content, ({ commandId }) => ({ commandId, source }));
  };
  return {
    listReleases: () => ask<ReleaseList>("listReleases"),
    createWave: (content: Omit<CreateWave, "commandId">) =>
      order<{ waveId: string }>("createWave", {}, content, ({ commandId }) => ({ commandId, ...content })),
    readWaveSettings: (wave: string) => ask<WaveSettings>("readWaveSettings", { at: { wave } }),
    changeWave: (wave: string, change: WaveChanges) =>
      order<{ changed: boolean }>("changeWave", { at: { wave } }, { change }, ({ commandId }) => ({
        commandId,
        change,
      })),
    releaseWave: (wave: string) =>
      order<{ state: "inField" }>("releaseWave", { at: { wave } }, {}, ({ commandId }) => ({ commandId })),
    closeWave: (wave: string) =>
      order<{ state: "closed" }>("closeWave", { at: { wave } }, {}, ({ commandId }) => ({ commandId })),
    forwardWave: (wave: string, to: ForwardWave["to"]) =>
      order<ForwardWaveReply>("forwardWave", { at: { wave } }, { to }, ({ commandId }) => ({
        commandId,
        to,
      })),
    readCallRules: (wave: string) => ask<CallRulesPage>("readCallRules", { at: { wave } }),
    /** `basedOn` is the version that was looked at. */
    setCallRules: (wave: string, basedOn: number, rules: CallRulesBody) =>
      order<{ version: number }>("setCallRules", { at: { wave } }, { basedOn, rules }, ({ commandId }) => ({
        commandId,
        basedOn,
        rules,
      })),
    /** Puts nothing in force. */
    previewCallRules: (wave: string, body: PreviewCallRules) =>
      ask<CallRulesPreview>("previewCallRules", { at: { wave }, body, timeoutMs: fileTimeout }),
    takeQuotaPlan: (wave: string, planOf: string) =>
      order<{ version: number; cells: number }>(
        "takeQuotaPlan",
        { at: { wave } },
        { planOf },
        ({ commandId }) => ({ commandId, planOf }),
      ),
    /** Contact data. `source` is the file's name, for the journal. */
    importSample: (wave: string, source: string, file: Blob) =>
      bring<SampleImportReply>("importSample", wave, source, file),
    /** Contact data. */
    importDoNotCall: (wave: string, source: string, file: Blob) =>
      bring<DoNotCallImportReply>("importDoNotCall", wave, source, file),
    /** Contact data. */
    exportDoNotCall: (wave: string) =>
      order<DoNotCallExport>("exportDoNotCall", { at: { wave } }, {}, ({ commandId }) => ({ commandId })),
  };
}
