// What became of the file that was brought in last: how many of its rows were taken, and each that was refused.

import type { SampleImportReply } from "@fieldline/protocol";
import { useWording } from "@fieldline/wording";
import { Refusals } from "./Refusals.tsx";
import type { Brought as BroughtFile } from "./use-import.ts";

interface BroughtProps {
  /** Absent until a file was brought in. */
  readonly file: BroughtFile<Pick<SampleImportReply, "refusals">> | undefined;
  /** What was taken of it, in words. */
  readonly taken: string | undefined;
}

export function Brought({ file, taken }: BroughtProps) {
  const { t } = useWording();
  const refusals = file?.reply.refusals ?? [];
  const refused = refusals.length > 0 && t("monitor.setup.files.refused", { count: refusals.length });
  return (
    <>
      <p role="status" className="mo-change__done">
        {[taken, refused].filter(Boolean).join(" ")}
      </p>
      {file && <Refusals source={file.source} refusals={refusals} />}
    </>
  );
}
