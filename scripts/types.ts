// Type check of all projects; fails also when a project saw no file or a source file belongs to none.

import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { inParallel } from "./lib/in-parallel.ts";
import { runCaptured } from "./lib/run-captured.ts";
import { ROOT, typeScriptFiles } from "./lib/source-files.ts";

const PROJECTS = ["tsconfig.pure.json", "tsconfig.pages.json", "tsconfig.node.json"];
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");

interface Outcome {
  readonly project: string;
  readonly ok: boolean;
  readonly complaints: string;
  readonly files: readonly string[];
}

async function check(project: string): Promise<Outcome> {
  const done = await runCaptured(process.execPath, [TSC, "-p", project, "--listFiles", "--pretty", "false"]);
  const lines = done.output.split("\n");
  const listed = lines.filter((line) => line.startsWith(`${ROOT}/`) && !line.includes("/node_modules/"));
  const complaints = lines.filter((line) => line !== "" && !/^\/.*\.([cm]?tsx?|json)$/.test(line));
  return {
    project,
    ok: done.code === 0 && listed.length > 0,
    complaints: complaints.join("\n"),
    files: listed.map((path) => relative(ROOT, path.trim())),
  };
}

const outcomes = await inParallel(2, PROJECTS, check);
const seen = new Set(outcomes.flatMap((outcome) => outcome.files));
const unseen = typeScriptFiles().filter((path) => !seen.has(path));

for (const { project, ok, complaints, files } of outcomes) {
  console.log(`${ok ? "ok" : "FAILED"} ${project}: ${files.length} files`);
  if (complaints !== "") console.log(complaints);
  if (files.length === 0) console.log(`${project} saw no file: its "include" matches nothing.`);
}
for (const path of unseen) console.log(`${path} belongs to no project: nobody checks its types.`);
const version = JSON.parse(readFileSync(join(ROOT, "node_modules/typescript/package.json"), "utf8")).version;
console.log(`TypeScript ${version}, ${seen.size} files`);

process.exitCode = outcomes.every((outcome) => outcome.ok) && unseen.length === 0 ? 0 : 1;
