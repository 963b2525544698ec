// The verb behind the sign-in form: limits, password, a fresh session.

import type { SignIn } from "@fieldline/protocol";
import { systemActor } from "../../platform/actor.ts";
import { refuse } from "../../platform/problems/refusal.ts";
import type { AccessParts } from "./authenticate.ts";
import { passwordMatches } from "./password.ts";
import { beginSession } from "./sessions.ts";
import type { SignInGuard } from "./sign-in-limits.ts";
import { newToken, tokenHash } from "./token.ts";

export interface Credentials {
  readonly name: string;
  readonly password: string;
  readonly interfaceLanguage?: SignIn["interfaceLanguage"];
}

/** Names are kept in small letters, so a capital in the form does no harm. */
const spelling = (name: string): string => name.trim().toLowerCase();

/**
 * Begins a session and returns its token, for the cookie and nothing else. A wrong name, a wrong password and a disabled user answer the same, after the same work.
 * @throws Refusal `session.wrongNameOrPassword`, or `request.tooMany` with the seconds to wait
 */
export async function signIn(
  platform: AccessParts,
  guard: SignInGuard,
  address: string,
  { name: typed, password, interfaceLanguage }: Credentials,
): Promise<string> {
  const name = spelling(typed);
  const begun = guard.begin(name, address, platform.clock.now());
  if ("waitSeconds" in begun) throw refuse("request.tooMany", { seconds: begun.waitSeconds });
  const user = await platform.database.read("plain", (tx) =>
    tx.user.findFirst({ where: { name, disabledAt: null }, select: { id: true, passwordHash: true } }),
  );
  const right = await passwordMatches(user?.passwordHash ?? null, password);
  if (!user || !right) throw refuse("session.wrongNameOrPassword");
  begun.succeeded();
  const token = newToken();
  const input = {
    userId: user.id,
    passwordHash: user.passwordHash,
    tokenHash: tokenHash(token) ?? new Uint8Array(),
    interfaceLanguage,
  };
  await platform.execute(beginSession, { actor: systemActor, commandId: null, input });
  return token;
}
