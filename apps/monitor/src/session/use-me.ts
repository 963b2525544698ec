// Who is signed in.

import { type Action, type Me, mayDo, type SignIn } from "@fieldline/protocol";
import type { ProblemLike } from "@fieldline/wording";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client, meKey, signedOut } from "../client.ts";

/** `null`: nobody is signed in. */
async function whoAmI(): Promise<Me | null> {
  const reply = await client.whoAmI();
  if (!reply.ok && reply.problem.code === "session.missing") return null;
  return answered(Promise.resolve(reply));
}

/** Asked again when the window is looked at again, so that a new role shows its pages without a reload. */
export const useMe = () =>
  useQuery({
    queryKey: meKey,
    queryFn: whoAmI,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: "always",
  });

/** Whether the person signed in may do this; the server decides again. */
export function useMay(action: Action): boolean {
  const me = useMe().data;
  return me ? mayDo(me.roles, action) : false;
}

export function useSession() {
  const queries = useQueryClient();
  return {
    signIn: async (entered: SignIn): Promise<ProblemLike | null> => {
      const reply = await client.signIn(entered);
      if (!reply.ok) return reply.problem;
      queries.setQueryData(meKey, reply.value);
      return null;
    },
    signOut: async (): Promise<void> => {
      const reply = await client.signOut();
      if (!reply.ok && reply.problem.code !== "session.missing") return;
      signedOut();
    },
  };
}
