// `npm run instrument -- check FILE | show FILE`: what is wrong with an instrument, and how it reads. Needs no database.

import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import {
  describeFindings,
  fingerprint,
  type Instrument,
  type InstrumentResult,
  inspect,
  isSourceForm,
  loadInstrument,
  outline,
  parseInstrument,
} from "@fieldline/instrument";
import { additions2008 } from "@fieldline/study-2008";

const usage = `Usage:
  npm run instrument -- check FILE [--additions FILE]
  npm run instrument -- show FILE --language da --country DK [--additions FILE]
FILE is a delivered questionnaire (with "meta") or an instrument in its own form, as JSON.
Additions complete a delivered file; those of the bundled 2008 study are used for its own file by themselves.`;

/** A sentence for the person at the terminal; ends the command with code 1. */
class Refusal extends Error {}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new Refusal(`The file ${file} cannot be read: it is missing, a folder, or not allowed to be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(`The file ${file} is not JSON.`);
  }
}

const fieldAt = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && key in inner ? Reflect.get(inner, key) : undefined,
    value,
  );

async function additionsFor(document: unknown, file: string | undefined): Promise<unknown> {
  if (file !== undefined) return readJson(file);
  const bundled = fieldAt(document, "meta", "id") === fieldAt(additions2008, "study");
  return bundled ? additions2008 : undefined;
}

const load = (document: unknown, additions: unknown): InstrumentResult<Instrument> =>
  isSourceForm(document) ? loadInstrument(document, additions) : parseInstrument(document);

function checked(document: unknown, additions: unknown): string {
  const findings = inspect(document, additions);
  const result = load(document, additions);
  if (findings.length > 0 || !result.ok) {
    throw new Refusal(
      `${describeFindings(findings)}\n${findings.length} found. This instrument cannot be released.`,
    );
  }
  const { id, version, units } = result.value;
  return `${id} ${version}: ${units.length} units, nothing found.\nfingerprint ${fingerprint(result.value)}\n`;
}

function shown(document: unknown, additions: unknown, language?: string, country?: string): string {
  const result = load(document, additions);
  if (!result.ok) throw new Refusal(describeFindings(result.problem.findings));
  const { languages, countries } = result.value;
  if (language === undefined || !languages.includes(language)) {
    throw new Refusal(`--language must be one of: ${languages.join(", ")}.`);
  }
  if (country === undefined || !countries.some(({ code }) => code === country)) {
    throw new Refusal(`--country must be one of: ${countries.map(({ code }) => code).join(", ")}.`);
  }
  return outline(result.value, { language, country });
}

async function run(args: readonly string[]): Promise<string> {
  const options = {
    language: { type: "string" },
    country: { type: "string" },
    additions: { type: "string" },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new Refusal(usage);
  }
  const { positionals, values } = parsed;
  const [verb, file, ...more] = positionals;
  if ((verb !== "check" && verb !== "show") || file === undefined || more.length > 0)
    throw new Refusal(usage);
  const document = await readJson(file);
  const additions = await additionsFor(document, values.additions);
  return verb === "check"
    ? checked(document, additions)
    : shown(document, additions, values.language, values.country);
}

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
