// A stored message as one of its two people reads it.

import type { MessageBody } from "@fieldline/protocol";
import type { DeskMessage } from "../../platform/db/generated/client.ts";
import type { ReadTx } from "../../platform/tx.ts";
import { displayNames } from "../access/index.ts";
import type { ContactSeal } from "../samples/index.ts";

/** Opens messages. Needs the data class `contact`. */
export async function messageBodies(
  tx: ReadTx,
  seal: ContactSeal,
  rows: readonly DeskMessage[],
): Promise<MessageBody[]> {
  const names = await displayNames(
    tx,
    rows.flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  const person = (id: string) => ({ id, name: names.get(id) ?? "" });
  return rows.map(({ id, fromId, toId, replyToId, sentAt, readAt, sealed }) => ({
    id,
    from: person(fromId),
    to: person(toId),
    replyToId,
    sentAt: sentAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
    text: seal.open(sealed, id),
  }));
}
