// The server as the monitor's pages ask it.

import { createClient, createLive, type Refused, type Reply } from "@fieldline/client";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";

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

export const client = createClient({ onSignedOut: () => signedOut() });
export const live = createLive({ whoAmI: client.whoAmI, onSignedOut: () => signedOut() });
if (typeof window !== "undefined") window.addEventListener("online", live.hurry);

/** The value of a reply, or its problem thrown for the page. */
export async function answered<Value>(reply: Promise<Reply<Value>>): Promise<Value> {
  const settled = await reply;
  if (settled.ok) return settled.value;
  throw new RefusedError(settled.problem);
}

/** Where nobody is signed in the whole page is the sign-in. */
export const meKey = ["me"] as const;

const gone = (error: Error): boolean => problemOf(error).code.startsWith("client.");

/** What a role allows is drawn as it was at the sign-in; a refusal says that it is otherwise now. */
const onError = (error: Error): void => {
  if (problemOf(error).code === "access.notAllowed") void queries.invalidateQueries({ queryKey: meKey });
};

export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      retry: (failures, error) => failures < 2 && gone(error),
      staleTime: 5_000,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

/** Nothing stays of what the last person saw. */
export function signedOut(): void {
  live.close();
  queries.setQueryData(meKey, null);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] });
}
