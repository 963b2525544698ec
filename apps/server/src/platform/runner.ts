// Runs commands and queries: access first, then one transaction each under the role of its data class.

import { randomUUID } from "node:crypto";
import type { CommandId } from "@fieldline/kernel";
import { mayDo } from "@fieldline/protocol";
import type { z } from "zod";
import type { Actor } from "./actor.ts";
import { fieldTime, type MachineClock } from "./clocks.ts";
import type { Command, CommandAction, CommandContext, Query } from "./command.ts";
import type { Database } from "./db/database.ts";
import { again } from "./db/errors.ts";
import { oneFate } from "./one-fate.ts";
import { refuse } from "./problems/refusal.ts";
import { contentDigest, withoutSecrets } from "./receipts.ts";
import type { WriteTx } from "./tx.ts";

export interface Call<Input extends z.ZodType> {
  readonly actor: Actor;
  /** Made by the client. Null for what is never repeated: sign-in, sign-out, duties, operators. */
  readonly commandId: CommandId | null;
  readonly input: z.input<Input>;
}

export interface Runner {
  /**
   * Carries a command out once. Sent again with the same content it answers as the first time, also when the
   * first time was a refusal; with other content it is refused with `command.differentContent`.
   * @throws Refusal
   */
  execute<Input extends z.ZodType, Reply extends z.ZodType, Stored>(
    command: Command<Input, Reply, Stored>,
    call: Call<Input>,
  ): Promise<z.output<Reply>>;
  /**
   * The one exception beside commands: operations of interviews. They bear ids of their own and are answered one by
   * one, and their log is itself the journal.
   */
  record<Value>(actor: Actor, work: (tx: WriteTx, ctx: CommandContext) => Promise<Value>): Promise<Value>;
  /** Answers a query from one READ ONLY transaction. @throws Refusal */
  ask<Input extends z.ZodType, Reply extends z.ZodType>(
    query: Query<Input, Reply>,
    call: Omit<Call<Input>, "commandId">,
  ): Promise<z.output<Reply>>;
}

export interface RunnerParts {
  readonly database: Database;
  readonly clock: MachineClock;
  /** The digests of contents are made under a key derived from it. */
  readonly hashKey: Uint8Array;
}

export function createRunner({ database, clock, hashKey }: RunnerParts): Runner {
  const digestOf = contentDigest(hashKey);

  const context = (actor: Actor, commandId: CommandId | null): CommandContext => {
    const machineNow = clock.now();
    return {
      actor,
      commandId: commandId ?? (randomUUID() as CommandId),
      machineNow,
      fieldNow: (wave) => fieldTime(wave, machineNow),
      random: Math.random,
      newId: randomUUID,
    };
  };

  return {
    execute: async (command, { actor, commandId, input: raw }) => {
      checkAccess(actor, command.action);
      const input = parsed(command.input, raw);
      const ctx = context(actor, commandId);
      const digest = digestOf([command.name, withoutSecrets(input, command.secret)]);
      return oneFate(database, command, { ctx, input, commandId, digest });
    },
    record: (actor, work) => {
      const ctx = context(actor, null);
      return again(() => database.write("plain", (tx) => work(tx, ctx)));
    },
    ask: async (query, { actor, input: raw }) => {
      checkAccess(actor, query.action);
      const input = parsed(query.input, raw);
      const ctx = context(actor, null);
      return database.read(query.data, (tx) => query.run(tx, ctx, input));
    },
  };
}

/** People need a role that the access table names; the machine and its operators may do everything. */
function checkAccess(actor: Actor, action: CommandAction): void {
  if (actor.kind !== "user" || action === "public") return;
  if (action === null || action === "duty" || !mayDo(actor.roles, action)) throw refuse("access.notAllowed");
}

function parsed<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  throw refuse("request.invalid", { place: result.error.issues[0]?.path.join(".") || "body" });
}
