// What a failed statement means: try again at once, try later, or a defect.

/** PostgreSQL's code, wherever Prisma's layers have put it. */
function databaseCode(error: unknown): string | null {
  for (const { originalCode, code } of layersOf(error)) {
    if (typeof originalCode === "string") return originalCode;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code;
  }
  return null;
}

/** An error and what it was made from, outermost first. */
function* layersOf(error: unknown): Generator<Readonly<Record<string, unknown>>> {
  for (let at: unknown = error, depth = 0; at && typeof at === "object" && depth < 6; depth++) {
    const layer = at as Readonly<Record<string, unknown>>;
    yield layer;
    at =
      (layer["meta"] as { driverAdapterError?: unknown } | undefined)?.driverAdapterError ?? layer["cause"];
  }
}

/** The unique index or constraint that a write came up against, by its name. */
export function violatedConstraint(error: unknown): string | null {
  for (const { constraint, originalMessage, message } of layersOf(error)) {
    if (typeof constraint === "string") return constraint;
    const index = (constraint as { index?: unknown } | undefined)?.index;
    if (typeof index === "string") return index;
    const named = /constraint:? ["`]([a-z_]+)["`]/.exec(`${String(originalMessage)} ${String(message)}`);
    if (named?.[1]) return named[1];
  }
  return null;
}

const clash = new Set(["40001", "40P01"]);
/** Another desk opened the case between this transaction's look and its write: a fresh look finds another case. */
const raced = "lease_case_open_key";
const attempts = 4;

/** Runs a whole transaction again after a deadlock or a lost race; it has left nothing behind. */
export async function again<Value>(transaction: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      const code = databaseCode(error);
      const clashed = (code !== null && clash.has(code)) || prismaCode(error) === "P2034";
      const lost = clashed || violatedConstraint(error) === raced;
      if (!lost || attempt === attempts) throw error;
    }
  }
}

const prismaCode = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "");

/** No route to the server, no free connection in time, or a connection that broke. */
const awayPrisma = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
/** Kinds of the driver's errors as Prisma names them, which then have no code any more. */
const awayKinds = new Set([
  "ConnectionClosed",
  "DatabaseNotReachable",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
]);
const awaySystem = /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH/;
const awayMessage =
  /connection (terminated|timeout)|query read timeout|client has encountered a connection error|server (has )?closed the connection/i;
const waited = /timeout exceeded when trying to connect|unable to start a transaction in the given time/i;

/** Whether there was no free connection for as long as one may wait for it. */
export function waitedInVain(error: unknown): boolean {
  for (const { message } of layersOf(error)) if (waited.test(String(message))) return true;
  return false;
}

/** Disk full, out of memory, the disk fails, or the database only reads: it is there, and keeps nothing. */
const keepsNothing = new Set(["53100", "53200", "58030", "25006"]);

export const cannotKeep = (error: unknown): boolean => keepsNothing.has(databaseCode(error) ?? "");

const outOfTimeCodes = new Set(["57014", "25P03"]);

/** Whether a transaction or statement was undone because it took longer than it may. */
export function ranOutOfTime(error: unknown): boolean {
  if (outOfTimeCodes.has(databaseCode(error) ?? "")) return true;
  return (
    prismaCode(error) === "P2028" &&
    /expired transaction|transaction already closed|transaction not found/i.test(
      String((error as Partial<Error>).message),
    )
  );
}

/** Whether the database is away, so that the same request may well succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (ranOutOfTime(error)) return false;
  const code = databaseCode(error);
  if (code && (code.startsWith("08") || code.startsWith("57P") || code === "53300")) return true;
  if (awayPrisma.has(prismaCode(error))) return true;
  for (const { message, code: own, kind } of layersOf(error)) {
    if (awayKinds.has(String(kind))) return true;
    if (awaySystem.test(String(own)) || awayMessage.test(String(message)) || awaySystem.test(String(message)))
      return true;
  }
  return false;
}
