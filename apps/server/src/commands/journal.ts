// `npm run journal -- verify | seal`: whether anything in the journal or the interviews' logs was altered.

import { type Finding, sealWaiting, sentenceOf, verifyChain } from "../modules/journal/index.ts";
import type { Platform } from "../platform/platform.ts";
import { type Described, runCommand, type Terminal, WrongUse } from "./terminal.ts";

const usage = `Usage:
  npm run journal -- verify [--head DIGEST]
  npm run journal -- seal

verify reads every block of the chain and every row that it seals, of the journal and of the interviews' logs, and
names what was changed, removed, moved or added since. With --head it also finds whether the end of the chain was
cut off: DIGEST is one that seal or verify showed earlier, and that was kept where nobody who can write to the
database can write. seal seals now what the servers would seal within a minute. The exit code is 1 if anything is
wrong.`;

/** More findings than these are only counted; so are remarks, which are no findings. */
const shown = 200;

const headForm = /^[0-9a-f]{64}$/;

type Head = { readonly number: number; readonly digest: Buffer } | undefined;

const headLine = (head: Head): string =>
  head
    ? `Head: block ${head.number}, ${head.digest.toString("hex")}`
    : "There is no block yet; npm run journal -- seal makes the first.";

async function verify(platform: Platform, noted: string | null, terminal: Terminal): Promise<number> {
  let findings = 0;
  let remarks = 0;
  const found = (finding: Finding) => {
    const count = finding.kind === "antedated" ? ++remarks : ++findings;
    if (count <= shown) terminal.out(sentenceOf(finding));
  };
  const { blocks, entries, operations, waiting, head } = await verifyChain(platform, noted, found);
  const hidden = Math.max(0, findings - shown) + Math.max(0, remarks - shown);
  if (hidden > 0) terminal.out(`${hidden} more are not shown.`);
  terminal.out(
    `Sealed in ${blocks} blocks: ${entries} entries of the journal, ${operations} operations of interviews.`,
  );
  terminal.out(`Not sealed yet: ${waiting.entries} entries, ${waiting.operations} operations.`);
  terminal.out(headLine(head));
  terminal.out(findings === 0 ? "Nothing was altered." : `Findings: ${findings}.`);
  return findings === 0 ? 0 : 1;
}

async function seal(platform: Platform, terminal: Terminal): Promise<number> {
  const { rows, blocks, head } = await sealWaiting(platform);
  terminal.out(`Sealed ${rows} rows in ${blocks} blocks.`);
  terminal.out(headLine(head));
  return 0;
}

export const journalCommand: Described = {
  usage,
  options: ["head"],
  async run({ positionals, values }, terminal, withDatabase) {
    const [verb, ...more] = positionals;
    const noted = values["head"]?.toLowerCase() ?? null;
    if ((verb !== "verify" && verb !== "seal") || more.length > 0) throw new WrongUse("Say verify or seal.");
    if (noted !== null && (verb === "seal" || !headForm.test(noted))) {
      throw new WrongUse("--head is for verify, and takes a digest of 64 hexadecimal digits.");
    }
    return withDatabase((platform) =>
      verb === "verify" ? verify(platform, noted, terminal) : seal(platform, terminal),
    );
  },
};

if (import.meta.main) process.exitCode = await runCommand(journalCommand, process.argv.slice(2));
