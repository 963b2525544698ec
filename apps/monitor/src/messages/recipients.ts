// Whom a message can be sent to from the floor: its desks, and whoever wrote and has left it since.

import type { DeskRow, MessageBody } from "@fieldline/protocol";

export interface Recipient {
  readonly id: string;
  readonly name: string;
}

/** By name. */
export function recipientsOf(
  desks: readonly DeskRow[],
  messages: readonly MessageBody[],
  me: string | undefined,
  language: string,
): readonly Recipient[] {
  const people = new Map<string, Recipient>();
  for (const { from } of messages) if (from.id !== me) people.set(from.id, from);
  for (const { id, name } of desks) if (id !== me) people.set(id, { id, name });
  const { compare } = new Intl.Collator(language);
  return [...people.values()].sort((a, b) => compare(a.name, b.name));
}
