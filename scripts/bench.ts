// Runs one benchmark by its name: `npm run bench -- NAME`.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT, sourceFiles } from "./lib/source-files.ts";

const FOLDER = "tests/bench";
const names = sourceFiles(FOLDER)
  .filter((path) => /^tests\/bench\/[^/]+\.ts$/.test(path) && !path.endsWith(".test.ts"))
  .map((path) => basename(path, ".ts"));

const [name, ...parameters] = process.argv.slice(2);
const file = join(ROOT, FOLDER, `${name}.ts`);

if (name === undefined || !names.includes(name) || !existsSync(file)) {
  const known = names.length === 0 ? "there is none yet" : `there are: ${names.join(", ")}`;
  console.error(
    name === undefined
      ? `Name the benchmark to run, npm run bench -- NAME; ${known}.`
      : `There is no benchmark named ${name}; ${known}.`,
  );
  process.exitCode = 2;
} else {
  process.exitCode =
    spawnSync(process.execPath, [file, ...parameters], { stdio: "inherit", cwd: ROOT }).status ?? 1;
}
