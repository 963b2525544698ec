// One command, one fate: carried out and journalled once, then answered from its receipt for ever.

import type { CommandId, Problem } from "@fieldline/kernel";
import type { z } from "zod";
import { actorId } from "./actor.ts";
import type { Command, CommandContext, DoneStored } from "./command.ts";
import type { Database } from "./db/database.ts";
import { again } from "./db/errors.ts";
import type { Prisma } from "./db/generated/client.ts";
import { writeJournal } from "./journal.ts";
import { PassingRefusal, Refusal, refuse } from "./problems/refusal.ts";
import type { WriteTx } from "./tx.ts";

/** What the receipt keeps: the reply, or what stands for it; or the problem with which the command was refused. */
type Fate<Reply> = { readonly reply: Reply } | { readonly problem: Problem };

interface Parsed<Input> {
  readonly ctx: CommandContext;
  readonly input: Input;
  readonly commandId: CommandId | null;
  readonly digest: Uint8Array<ArrayBuffer>;
}

/** Rights can be given, and a collision passes, so neither is a fate. @throws Refusal */
export async function oneFate<Input extends z.ZodType, Reply extends z.ZodType, Stored>(
  database: Database,
  command: Command<Input, Reply, Stored>,
  { ctx, input, commandId, digest }: Parsed<z.output<Input>>,
): Promise<z.output<Reply>> {
  type Answer = z.output<Reply>;
  const { actor, newId } = ctx;

  /** The fate the command had before, if any. Repetitions wait here for the first one to end. */
  const earlier = async (tx: WriteTx): Promise<Fate<unknown> | null> => {
    if (commandId === null) return null;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${commandId}, 0))`;
    const receipt = await tx.commandReceipt.findUnique({ where: { id: commandId } });
    if (!receipt) return null;
    const same =
      receipt.userId === actorId(actor) &&
      receipt.name === command.name &&
      Buffer.from(receipt.digest).equals(digest);
    if (!same) throw refuse("command.differentContent");
    return receipt.reply as unknown as Fate<unknown>;
  };

  const keep = async (tx: WriteTx, fate: Fate<unknown>) => {
    if (commandId === null) return;
    const reply = JSON.parse(JSON.stringify(fate)) as Prisma.InputJsonObject;
    const at = new Date(ctx.machineNow);
    await tx.commandReceipt.create({
      data: { id: commandId, userId: actorId(actor), name: command.name, digest, reply, at },
    });
  };

  const repeat = async (tx: WriteTx, fate: Fate<unknown>): Promise<Fate<Answer>> => {
    if ("problem" in fate || !command.rerender) return fate as Fate<Answer>;
    return { reply: await command.rerender(tx, ctx, fate.reply as Stored, input) };
  };

  const carryOut = () =>
    database.write(command.data, async (tx): Promise<Fate<Answer>> => {
      const before = await earlier(tx);
      if (before) return repeat(tx, before);
      await command.allow?.(tx, ctx, input).catch((error: unknown) => {
        throw error instanceof Refusal ? new PassingRefusal(error.problem) : error;
      });
      const done = await command.run(tx, ctx, input);
      if (done.journal !== "unchanged") {
        const frame = { actor, action: command.name, machineAt: ctx.machineNow, commandId, newId };
        await writeJournal(tx, frame, "entityKind" in done.journal ? [done.journal] : done.journal);
      }
      const kept = command.rerender ? (done as DoneStored<Answer, Stored>).stored : done.reply;
      await keep(tx, { reply: kept });
      return { reply: done.reply };
    });

  /** What a refused command wrote is undone; that it was refused stays. */
  const keepRefusal = (problem: Problem) =>
    database.write(command.data, async (tx): Promise<Fate<Answer>> => {
      const before = await earlier(tx);
      if (before) return repeat(tx, before);
      await keep(tx, { problem });
      return { problem };
    });

  const fate = await again(carryOut).catch((error: unknown) => {
    if (commandId === null || !(error instanceof Refusal) || error instanceof PassingRefusal) throw error;
    return again(() => keepRefusal(error.problem));
  });
  if ("problem" in fate) throw new Refusal(fate.problem);
  return fate.reply;
}
