// R2: the log of an interview runs from 1 without a gap to where its head is, each operation stored as what it is.

import { findingOf } from "./finding.ts";
import type { InterviewRule } from "./logged-interview.ts";

const rule = { invariant: "R2", name: "interview-log" } as const;

export const interviewLog: InterviewRule = ({ id, seq, status, operations }) => {
  const says = findingOf(rule, "interview");
  const at = operations.findIndex((operation, index) => operation.seq !== index + 1);
  const odd = operations.find(
    ({ body, ...row }) =>
      body["id"] !== row.id || body["seq"] !== row.seq || (status !== "void" && body["type"] !== row.type),
  );
  const kept = operations.some(({ body }) => status === "void" && body["type"] !== "erased");
  return [
    ...(at < 0
      ? []
      : [says(id, `has operation ${operations[at]?.seq} where ${at + 1} should be in its log`)]),
    ...(seq === operations.length
      ? []
      : [says(id, `its head is at ${seq}, its log has ${operations.length} operations`)]),
    ...(odd ? [says(id, `holds another operation in ${odd.seq} than its row says`)] : []),
    ...(kept ? [says(id, "is void, and its log still holds what was said")] : []),
  ];
};
