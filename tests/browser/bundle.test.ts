// What an interviewer's computer loads before the first screen: the script of the console, compressed.

import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { interfaceLanguages } from "@fieldline/wording";
import { build, type Rolldown } from "vite";
import { beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../apps/console");
const limit = 200_000;

type Chunk = Rolldown.OutputChunk;
let chunks: Map<string, Chunk>;

beforeAll(async () => {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  const built = await build({ root, logLevel: "error", build: { write: false } });
  process.env["NODE_ENV"] = before;
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  chunks = new Map(
    outputs
      .flatMap(({ output }) => output)
      .filter((part) => part.type === "chunk")
      .map((chunk) => [chunk.fileName, chunk]),
  );
});

const compressed = (names: Iterable<string>): number =>
  [...names].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? "", { level: 9 }).length, 0);

/** A chunk with everything it imports statically. */
function withImports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const imported of chunks.get(name)?.imports ?? []) withImports(imported, seen);
  return seen;
}

const modulesOf = (names: Iterable<string>): string[] =>
  [...names].flatMap((name) => chunks.get(name)?.moduleIds ?? []);

const entry = (): string =>
  [...chunks.values()].find(({ isEntry }) => isEntry)?.fileName ?? expect.fail("the console has no entry");

/** Chunks that hold the strings of one interface language, room by room. */
const stringsOf = (language: string): string[] =>
  [...chunks.values()]
    .filter(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${language}.json`))
    .filter(({ facadeModuleId }) => !facadeModuleId?.includes("/monitor/"))
    .map(({ fileName }) => fileName);

describe("the console's first load", () => {
  it.each(interfaceLanguages)("is under 200 kB of compressed script in %s", (language) => {
    const strings = stringsOf(language);
    expect(strings).toHaveLength(4);
    const total = compressed(new Set([...withImports(entry()), ...strings]));
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(limit);
  });

  it("carries the strings of no language before one is chosen", () => {
    const early = withImports(entry());
    for (const language of interfaceLanguages) {
      expect(stringsOf(language).filter((name) => early.has(name))).toEqual([]);
    }
  });

  it("has no schema library, no router, no socket and no study in it", () => {
    const modules = modulesOf(withImports(entry()));
    expect(modules.length).toBeGreaterThan(100);
    const foreign =
      /node_modules\/(zod|luxon|@tanstack|@mantine|(socket|engine)\.io-\w+)\/|packages\/(study-2008|protocol\/src\/schemas)\//;
    expect(modules.filter((id) => foreign.test(id))).toEqual([]);
  });

  it("leaves the socket to a part that is loaded after it, and everything else foreign out altogether", () => {
    const first = withImports(entry());
    const later = modulesOf([...chunks.keys()].filter((name) => !first.has(name)));
    expect(later.filter((id) => /node_modules\/socket\.io-client\//.test(id)).length).toBeGreaterThan(0);
    const foreign =
      /node_modules\/(zod|luxon|@tanstack|@mantine)\/|packages\/(study-2008|protocol\/src\/schemas)\//;
    expect(later.filter((id) => foreign.test(id))).toEqual([]);
  });
});
