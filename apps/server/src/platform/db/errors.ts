// What a failed statement means: try again at once, try later, or a defect.

/** PostgreSQL's code, wherever Prisma's layers have put it. */
function databaseCode(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at && typeof at === "object" && depth < 6; depth++) {
    const { originalCode, code, meta, cause } = at as Record<string, unknown>;
    const adapter = (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
    if (typeof originalCode === "string") return originalCode;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code;
    at = adapter ?? cause;
  }
  return null;
}

/** The constraint a write came up against: its name is chosen to be a problem code's twin. */
export function violatedConstraint(error: unknown): string | null {
  const text = error instanceof Error ? JSON.stringify([error.message, error], knownParts) : "";
  return /constraint:? \\*"?([a-z_]+)/.exec(text)?.[1] ?? null;
}
const knownParts = (key: string, value: unknown): unknown => (key === "stack" ? undefined : value);

const clash = new Set(["40001", "40P01"]);
const attempts = 4;

/** Runs a whole transaction again after a deadlock or serialization failure; it has left nothing behind. */
export async function again<Value>(transaction: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      const code = databaseCode(error);
      const clashed = (code !== null && clash.has(code)) || prismaCode(error) === "P2034";
      if (!clashed || attempt === attempts) throw error;
    }
  }
}

const prismaCode = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "");

/** No route to the server, no free connection in time, or a connection that broke. */
const awayPrisma = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028"]);
const awaySystem = /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH/;
const awayMessage =
  /connection (terminated|timeout)|timeout exceeded when trying to connect|server (has )?closed the connection/i;

/** Whether the database is away, so that the same request may well succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  const code = databaseCode(error);
  if (code && (code.startsWith("08") || code.startsWith("57P") || code === "53300")) return true;
  if (awayPrisma.has(prismaCode(error))) return true;
  for (let at: unknown = error, depth = 0; at && typeof at === "object" && depth < 6; depth++) {
    const { message, code: own, cause, meta } = at as Record<string, unknown>;
    if (awaySystem.test(String(own)) || awayMessage.test(String(message)) || awaySystem.test(String(message)))
      return true;
    at = cause ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  }
  return false;
}
