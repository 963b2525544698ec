// What the tests need is found where a variable, the PATH or habit leads; otherwise one sentence says what to install.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { provideHaproxy, requireHaproxy } from "../../scripts/lib/haproxy.ts";

const folder = mkdtempSync(join(tmpdir(), "fieldline-provide-"));
afterAll(() => rmSync(folder, { recursive: true }));

function haproxyIn(name: string, mode = 0o755): { folder: string; path: string } {
  const at = join(folder, name);
  mkdirSync(at);
  writeFileSync(join(at, "haproxy"), "");
  chmodSync(join(at, "haproxy"), mode);
  return { folder: at, path: join(at, "haproxy") };
}

const named = haproxyIn("named");
const onPath = haproxyIn("on-path");
const usual = haproxyIn("usual");
const noProgram = haproxyIn("no-program", 0o644);
const path = [noProgram.folder, onPath.folder].join(delimiter);

test("the binary that the variable names goes first, then the PATH, then the usual folders", () => {
  expect(requireHaproxy({ FIELDLINE_HAPROXY: named.path, PATH: path }, [usual.folder])).toBe(named.path);
  expect(requireHaproxy({ FIELDLINE_HAPROXY: "", PATH: path }, [usual.folder])).toBe(onPath.path);
  expect(requireHaproxy({ PATH: noProgram.folder }, [usual.folder])).toBe(usual.path);
});

test("a variable that names no program is an error, even where another binary would do", () => {
  expect(() => requireHaproxy({ FIELDLINE_HAPROXY: noProgram.path, PATH: path }, [usual.folder])).toThrow(
    `FIELDLINE_HAPROXY names ${noProgram.path}, which is not a program that can be run.`,
  );
});

test("its absence is one sentence that names the package and the variable", () => {
  expect(() => requireHaproxy({ PATH: folder }, [])).toThrow(
    /^The tests of several servers need haproxy: install the package haproxy .*FIELDLINE_HAPROXY\.$/,
  );
});

test("where there is one already, it is provided by doing nothing", () => {
  expect(provideHaproxy()).toBe(requireHaproxy());
});
