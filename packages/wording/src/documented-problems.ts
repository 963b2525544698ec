// The table of docs/problems.md, made from the registry: room by room, code, status, sentence, what to do.

import { type ProblemCode, problems } from "@fieldline/protocol";
import { adviceFor } from "./advice.ts";
import type { Strings } from "./keys.ts";

const rooms: Readonly<Record<string, string>> = {
  request: "Requests",
  server: "Server",
  session: "Session",
  access: "Access",
  command: "Commands",
  wave: "Waves",
  instrument: "Instruments",
  sampling: "Samples and do-not-call lists",
  export: "Exports",
  user: "Users",
  quota: "Quotas",
  calling: "Calling",
  desk: "Desk",
  interview: "Interview",
};

const head = `# Problems

Every refusal of the API carries a stable code \`room.name\`, the params its sentence speaks of, and no contact
data or answers. The registry is \`packages/protocol/src/problems\`; the sentences in five languages and the
advice are in \`packages/wording\`. A test holds the three together and compares this page with them.

Codes that begin with \`client.\` are made by a page when no usable answer came (\`client.offline\`,
\`client.timeout\`, \`client.unreadable\`); the page then repeats the command under the same id.
`;

/** The page, given the English advice. */
export function documentedProblems(advice: Strings["common"]["advice"]): string {
  const codes = Object.keys(problems) as ProblemCode[];
  const named = [...new Set(codes.map((code) => code.split(".")[0] ?? ""))];
  const sections = named.map((room) => {
    const rows = codes
      .filter((code) => code.startsWith(`${room}.`))
      .map((code) => {
        const { status, sentence } = problems[code];
        return `| \`${code}\` | ${status} | ${sentence} | ${advice[adviceFor(code)]} |`;
      });
    const columns = ["| code | status | sentence | what to do |", "|---|---|---|---|"];
    return [`## ${rooms[room] ?? room}`, "", ...columns, ...rows].join("\n");
  });
  return `${[head.trimEnd(), ...sections].join("\n\n")}\n`;
}
