// What a machine must bring to run a server, and in which words it is told what it lacks.

import { expect, test } from "vitest";
import { checkDisk, checkRuntime } from "./check-machine.ts";

const megabytes = (count: number) => async () => count * 1_048_576;
async function said(free: () => Promise<number>, dir: string | null = "/srv/fieldline"): Promise<string[]> {
  const warnings: string[] = [];
  await checkDisk(dir, (sentence) => void warnings.push(sentence), free);
  return warnings;
}

test("this machine will do", () => {
  expect(() => checkRuntime()).not.toThrow();
});

test("a Node that is too old, or knows no time zones, is refused", () => {
  expect(() => checkRuntime("22.4.0")).toThrow(
    "Fieldline needs Node 24 or newer, and this is 22.4.0; npm start brings its own.",
  );
  const always = () => 12;
  expect(() => checkRuntime("24.1.0", always)).toThrow("does not know the time zone Europe/Prague");
});

test("little room is said, too little is refused, and another machine's disk is its own matter", async () => {
  expect(await said(megabytes(1_024))).toEqual([]);
  expect(await said(megabytes(700))).toEqual([
    "There are 700 MB left on the disk of the data folder /srv/fieldline; make room before it is full.",
  ]);
  await expect(said(megabytes(199))).rejects.toThrow(
    "There are 199 MB left on the disk of the data folder /srv/fieldline, and at least 200 MB are needed",
  );
  expect(await said(megabytes(0), null)).toEqual([]);
});

test("a folder of this machine is looked at", async () => {
  const warnings: string[] = [];
  await expect(checkDisk("/nowhere/at/all", (sentence) => void warnings.push(sentence))).rejects.toThrow(
    "ENOENT",
  );
});
