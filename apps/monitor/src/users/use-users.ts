// The people one manages, and adding, changing, resetting them.

import type { AddUser, ChangeUser, UserBody, UserList } from "@fieldline/protocol";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answered, client } from "../client.ts";

const key = ["users"] as const;

export const useUsers = (allowed: boolean) =>
  useQuery({
    queryKey: key,
    queryFn: () => answered(client.listUsers()),
    enabled: allowed,
    refetchInterval: 30_000,
  });

/** What is done to users; afterwards the list is asked for again, also when it was refused. */
function useDoing<Asked, Done>(act: (asked: Asked) => Promise<Done>, userOf: (done: Done) => UserBody) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (done) => {
      const user = userOf(done);
      await queries.cancelQueries({ queryKey: key });
      queries.setQueryData<UserList>(
        key,
        (list) => list && { ...list, users: [...list.users.filter(({ id }) => id !== user.id), user] },
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export const useAddUser = () =>
  useDoing(
    (person: Omit<AddUser, "commandId">) => answered(client.addUser(person)),
    ({ user }) => user,
  );

export const useChangeUser = (id: string) =>
  useDoing(
    (change: Omit<ChangeUser, "commandId">) => answered(client.changeUser(id, change)),
    (user) => user,
  );

export const useResetPassword = (id: string) =>
  useDoing(
    () => answered(client.resetPassword(id)),
    ({ user }) => user,
  );
