// What the desk puts into its outbox. All entries of a case on the desk go in one lane, in the order of the work.

import type { BeginUnheard, NewEntry, PostedOperation } from "@fieldline/client";
import type { Operation } from "@fieldline/interview";
import type { CaseOnDesk, RouteName } from "@fieldline/protocol";

type Held = Pick<CaseOnDesk, "id" | "fence">;

const laneOf = ({ id, fence }: Held): string => `case:${id}:${fence}`;

/** `begin`: as long as the server has not taken it. */
export const operationEntry = (
  held: Held,
  interview: string,
  operation: Operation,
  begin: BeginUnheard | null,
): NewEntry => ({
  kind: "operation",
  lane: laneOf(held),
  interview,
  fence: held.fence,
  operation: operation as unknown as PostedOperation,
  ...(begin ? { begin } : {}),
});

export interface DeskCommand {
  readonly route: RouteName;
  readonly at: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> & { readonly commandId: string };
}

export const commandEntry = (held: Held, command: DeskCommand): NewEntry => ({
  kind: "command",
  lane: laneOf(held),
  ...command,
});
