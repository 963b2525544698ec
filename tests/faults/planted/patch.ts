// Changes sources of the server while they are loaded, in this process only: the files themselves stay as they are.

import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../../scripts/lib/source-files.ts";

/** A passage of a file and what stands in its place. */
export interface SourcePatch {
  /** From the root of the repository. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The file with the passage replaced. @throws when the passage is not there, or more than once */
export function patched({ file, from, to }: SourcePatch, source: string): string {
  const found = source.split(from).length - 1;
  if (found !== 1) throw new Error(`${file} has ${found} times what a planted bug replaces: ${from}`);
  return source.replace(from, () => to);
}

/** What is loaded from now on is loaded with these patches. */
export function patchSources(patches: readonly SourcePatch[]): void {
  if (patches.length === 0) return;
  for (const patch of patches) patched(patch, readFileSync(join(ROOT, patch.file), "utf8"));
  registerHooks({
    load: (url, context, nextLoad) => {
      const loaded = nextLoad(url, context);
      const own = patches.filter(({ file }) => pathToFileURL(join(ROOT, file)).href === url);
      if (own.length === 0) return loaded;
      const source = own.reduce((text, patch) => patched(patch, text), String(loaded.source));
      return { ...loaded, source };
    },
  });
}
