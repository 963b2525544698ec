// The server as the monitor's pages ask it.

import { createClient, type Refused, type Reply } from "@fieldline/client";
import { QueryClient } from "@tanstack/react-query";

/** A refusal on its way to the page that shows it. */
export class RefusedError extends Error {
  readonly problem: Refused;
  constructor(problem: Refused) {
    super(problem.code);
    this.problem = problem;
  }
}

export const problemOf = (error: Error): Refused =>
  error instanceof RefusedError ? error.problem : { code: "client.unreadable" };

let signedOut = (): void => undefined;

export const client = createClient({ onSignedOut: () => signedOut() });

/** The value of a reply, or its problem thrown for the page. */
export async function answered<Value>(reply: Promise<Reply<Value>>): Promise<Value> {
  const settled = await reply;
  if (settled.ok) return settled.value;
  throw new RefusedError(settled.problem);
}

/** Where nobody is signed in the whole page is the sign-in. */
export const meKey = ["me"] as const;

const gone = (error: Error): boolean => problemOf(error).code.startsWith("client.");

export function createQueries(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && gone(error),
        staleTime: 5_000,
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
  signedOut = () => {
    queries.setQueryData(meKey, null);
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
  };
  return queries;
}
