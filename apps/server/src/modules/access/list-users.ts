// The people somebody manages, and what may be given to them.

import { userList } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { managerOf } from "./may-manage.ts";
import { userBodies } from "./user-body.ts";

export const listUsers = query({
  name: "user.list",
  action: "user.manage",
  data: "plain",
  input: z.object({}),
  reply: userList,
  run: async (tx, ctx) => {
    const { roles, studies, sees } = await managerOf(tx, ctx.actor);
    const users = (await userBodies(tx)).filter(sees);
    return { users, roles: [...roles], studies: [...studies] };
  },
});
