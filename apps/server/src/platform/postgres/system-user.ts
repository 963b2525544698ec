// The system user PostgreSQL runs as: it refuses to run as root, so root lends it another user.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { OperatorError } from "../problems/operator-error.ts";

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const ownName = "fieldline";

function lookUp(name: string): SystemUser | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

/** Debian and Red Hat have useradd, Alpine has BusyBox's adduser. */
function create(name: string): SystemUser | null {
  const quiet = { stdio: "ignore" } as const;
  const home = "/nonexistent";
  const made =
    spawnSync(
      "useradd",
      ["--system", "--no-create-home", "--home-dir", home, "--shell", "/bin/false", name],
      quiet,
    ).status === 0 || spawnSync("adduser", ["-S", "-H", "-D", "-s", "/bin/false", name], quiet).status === 0;
  return made ? lookUp(name) : null;
}

/**
 * Null when this process is not root and PostgreSQL can run as it is. As root: a user `postgres` or `fieldline`
 * if the machine has one, a new `fieldline`, or `nobody`.
 */
export function databaseUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const user = lookUp("postgres") ?? lookUp(ownName) ?? create(ownName) ?? lookUp("nobody");
  if (user) return user;
  throw new OperatorError(
    "PostgreSQL does not run as root and no other system user could be made; start Fieldline as an ordinary user, or set DATABASE_URL.",
  );
}

/** Spawn options that run a program as `user`. */
export const asUser = (user: SystemUser | null): { uid?: number; gid?: number } =>
  user ? { uid: user.uid, gid: user.gid } : {};

/** Whether `user` can reach `path` and use it: a folder to pass through, a program to run. */
export function canUse(user: SystemUser | null, path: string): boolean {
  return spawnSync("test", ["-x", path], { ...asUser(user), cwd: "/", stdio: "ignore" }).status === 0;
}
