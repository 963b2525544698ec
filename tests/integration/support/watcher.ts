// Somebody at the monitor: signs in once, asks, and downloads files as a browser does.

import type { Role } from "@fieldline/protocol";
import { expect } from "vitest";
import { addUsers } from "../../../apps/server/src/modules/access/index.ts";
import { operatorActor } from "../../../apps/server/src/platform/actor.ts";
import type { Reply } from "./desk.ts";
import type { Field } from "./field.ts";

export interface Downloaded {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

export interface Watcher {
  ask(method: "GET" | "POST", url: string, payload?: object): Promise<Reply>;
  file(url: string): Promise<Downloaded>;
}

interface Post {
  readonly roles: readonly Role[];
  readonly countries: readonly string[];
}

/** A new person with this role, signed in. */
export async function watcher(field: Field, name: string, { roles, countries }: Post): Promise<Watcher> {
  const scopes = countries.map((country) => ({ studyId: field.studyId, country }));
  const person = {
    name,
    displayName: name,
    roles: [...roles],
    languages: [],
    interfaceLanguage: "en" as const,
    scopes,
  };
  const { people } = await field.platform.execute(addUsers, {
    actor: operatorActor,
    commandId: null,
    input: { people: [person] },
  });
  return signedIn(field.app, name, people[0]?.password ?? "");
}

async function signedIn(app: Field["app"], name: string, password: string): Promise<Watcher> {
  const session = await app.inject({ method: "POST", url: "/api/session", payload: { name, password } });
  expect(session.statusCode, session.body).toBe(200);
  const cookie = session.cookies.map((one) => `${one.name}=${one.value}`).join("; ");
  return {
    ask: async (method, url, payload) => {
      const reply = await app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) });
      return { status: reply.statusCode, body: reply.json() };
    },
    file: async (url) => {
      const { statusCode, headers, rawPayload } = await app.inject({
        method: "GET",
        url,
        headers: { cookie },
      });
      return { status: statusCode, headers, bytes: rawPayload };
    },
  };
}
