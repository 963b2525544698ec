// The people somebody manages, and what may be given to them.

import { userList } from "@fieldline/protocol/schemas";
import { z } from "zod";
import { query } from "../../platform/command.ts";
import { managerOf } from "./may-manage.ts";
import { userBodies } from "./user-body.ts";

/** By name; no fieldwork has as many people. */
const atMost = 2_000;

export const listUsers = query({
  name: "user.list",
  action: "user.manage",
  data: "plain",
  input: z.object({}),
  reply: userList,
  run: async (tx, ctx) => {
    const { roles, studies, sees } = await managerOf(tx, ctx.actor);
    const found = await userBodies(tx, atMost + 1);
    const users = found.slice(0, atMost).filter(sees);
    return { users, roles: [...roles], studies: [...studies], more: found.length > atMost };
  },
});
