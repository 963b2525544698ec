// One request to the server, with a deadline of its own: a dead network closes nothing by itself.

import { fail, ok, type Problem, type Result } from "@fieldline/kernel";
import { asUserHeader, type RouteName, routes } from "@fieldline/protocol";

/** `client.*`: no usable answer came, so nobody here knows whether the server acted. Others are the server's. */
export type Refused = Problem & {
  readonly status?: number;
  /** The server asked not to be asked again before that, in milliseconds. */
  readonly retryAfterMs?: number;
};
export type Reply<Value> = Result<Value, Refused>;

export interface Wire {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly timeoutMs: number;
  /** Whose request it is: the server denies it to whoever else is signed in by then. */
  readonly user?: () => string | null;
}

export interface Sent {
  /** Values of the `:name` parts of the route's path. */
  readonly at?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  /** A file that is the body by itself, byte for byte. */
  readonly csv?: Blob;
  /** Where this one takes longer than others. */
  readonly timeoutMs?: number;
}

/** Sends once. Never throws: what goes wrong on the way comes back as a problem. */
export async function request<Value>(wire: Wire, name: RouteName, sent: Sent = {}): Promise<Reply<Value>> {
  const { method } = routes[name];
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), sent.timeoutMs ?? wire.timeoutMs);
  try {
    const user = wire.user?.();
    const response = await wire.fetch(addressOf(name, sent), {
      method,
      credentials: "same-origin",
      cache: "no-store",
      signal: deadline.signal,
      headers: {
        accept: "application/json",
        ...(user ? { [asUserHeader]: user } : {}),
        ...(sent.body === undefined ? {} : { "content-type": "application/json" }),
        ...(sent.csv === undefined ? {} : { "content-type": "text/csv" }),
      },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
      ...(sent.csv === undefined ? {} : { body: sent.csv }),
    });
    return await read<Value>(response);
  } catch {
    return fail(deadline.signal.aborted ? "client.timeout" : "client.offline");
  } finally {
    clearTimeout(timer);
  }
}

function addressOf(name: RouteName, { at = {}, query = {} }: Sent): string {
  const path = routes[name].path.replace(/:(\w+)/g, (_, part: string) => encodeURIComponent(at[part] ?? ""));
  const asked = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) asked.set(key, String(value));
  return asked.size > 0 ? `${path}?${asked}` : path;
}

async function read<Value>(response: Response): Promise<Reply<Value>> {
  const text = await response.text();
  if (response.ok && text === "") return ok(undefined as Value);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refused({ code: "client.unreadable" }, response);
  }
  if (response.ok) return ok(body as Value);
  return refused(isProblem(body) ? body : { code: "client.unreadable" }, response);
}

function refused({ code, params }: Problem, { status, headers }: Response): Reply<never> {
  const seconds = Number(headers.get("retry-after") ?? 0);
  const asked = seconds > 0 ? { retryAfterMs: seconds * 1_000 } : {};
  return { ok: false, problem: { code, ...(params ? { params } : {}), status, ...asked } };
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";

/** Whether sending the same thing again may help: no answer came, or the server asks to be asked later. */
export const mayRepeat = ({ code, status }: Refused): boolean =>
  code === "client.offline" ||
  code === "client.timeout" ||
  status === 429 ||
  (status !== undefined && status >= 502 && status <= 504);
