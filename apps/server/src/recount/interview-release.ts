// R8: releases are what their fingerprint says; an interview runs to its end under the one it began with, its call's.

import { fingerprint, type Instrument } from "@fieldline/instrument";
import { type CompiledRelease, compile } from "@fieldline/interview";
import { type Finding, findingOf } from "./finding.ts";
import type { InterviewRule } from "./logged-interview.ts";
import type { Snapshot } from "./snapshot.ts";

const rule = { invariant: "R8", name: "interview-release" } as const;

interface ReleaseRow {
  readonly id: string;
  readonly number: number;
  readonly fingerprint: string;
  readonly canonical: string;
}

/** All releases, ready for the fold, by the id of their row; one that cannot be read is found and left out. */
export async function releases(snapshot: Snapshot): Promise<{
  readonly compiled: ReadonlyMap<string, CompiledRelease>;
  readonly findings: readonly Finding[];
}> {
  const compiled = new Map<string, CompiledRelease>();
  const findings: Finding[] = [];
  const says = findingOf(rule, "instrument_release");
  const rows = await snapshot.rows<ReleaseRow>(
    "select id, number, fingerprint, canonical from instrument_release",
  );
  for (const { id, canonical, ...row } of rows) {
    try {
      const instrument = JSON.parse(canonical) as Instrument;
      if (fingerprint(instrument) !== row.fingerprint)
        findings.push(says(id, "is not what its fingerprint says"));
      compiled.set(id, compile({ ...row, instrument }));
    } catch {
      findings.push(says(id, "cannot be read as an instrument"));
    }
  }
  return { compiled, findings };
}

/** Calls made before they bore their release are passed over. */
export const interviewRelease: InterviewRule = ({ id, status, operations, ...stored }) => {
  const says = findingOf(rule, "interview");
  const begun = operations[0]?.body["release"];
  const { fingerprint: ofHead, release_id, call_release_id } = stored;
  return [
    ...(status === "void" || begun === ofHead
      ? []
      : [says(id, "stands under another release than it began with")]),
    ...(call_release_id === null || call_release_id === release_id
      ? []
      : [says(id, "stands under another release than the call it began in")]),
  ];
};
