// Builds a small house of the same floors and rooms in a temporary folder, to plant forbidden imports in it.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PACKAGE_USES } from "../../../scripts/lib/import-rules/floors.ts";

const APPS = ["server", "console", "monitor"];
const LIBRARIES = [
  "zod",
  "socket.io",
  "luxon",
  "fastify",
  "pg",
  "@noble/hashes",
  "libphonenumber-js",
  "@tanstack/react-router",
];

export interface PlantedHouse {
  readonly root: string;
  /** Writes one file; its path is relative to the root of the house. */
  put(path: string, text: string): void;
  remove(): void;
}

/** A house in which nothing is forbidden yet: every package has a front door, every library is installed. */
export function plantedHouse(): PlantedHouse {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "fieldline-house-")));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const library = (name: string): void => {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    put(`node_modules/${name}/index.js`, "module.exports = {};\n");
  };
  const packages = [...Object.keys(PACKAGE_USES), "newcomer"];
  const workspaces = Object.fromEntries(packages.map((name) => [`@fieldline/${name}`, "*"]));
  const dependencies = { ...workspaces, ...Object.fromEntries(LIBRARIES.map((name) => [name, "1.0.0"])) };

  put(
    "package.json",
    JSON.stringify({
      name: "house",
      workspaces: ["packages/*", "apps/*"],
      dependencies,
      devDependencies: { "test-tool": "1.0.0" },
    }),
  );
  for (const name of [...LIBRARIES, "test-tool", "not-declared"]) library(name);
  mkdirSync(join(root, "node_modules/@fieldline"), { recursive: true });
  for (const name of packages) {
    const exports: Record<string, string> = { ".": "./src/index.ts", "./deep": "./src/deep/index.ts" };
    if (name === "protocol") exports["./schemas"] = "./src/schemas/index.ts";
    put(
      `packages/${name}/package.json`,
      JSON.stringify({ name: `@fieldline/${name}`, exports, dependencies }),
    );
    put(`packages/${name}/src/index.ts`, 'import "./deep/index.ts";\nexport {};\n');
    put(`packages/${name}/src/deep/index.ts`, "export const deep = 1;\n");
    symlinkSync(`../../packages/${name}`, join(root, `node_modules/@fieldline/${name}`));
  }
  put("packages/protocol/src/schemas/index.ts", 'import "zod";\nexport {};\n');
  for (const name of APPS) {
    put(`apps/${name}/package.json`, JSON.stringify({ name: `@fieldline/${name}`, dependencies }));
    put(`apps/${name}/src/app.ts`, 'import "@fieldline/kernel";\nexport {};\n');
  }
  return { root, put, remove: () => rmSync(root, { recursive: true, force: true }) };
}
