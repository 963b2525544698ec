// Sofia's list of people to write to.

import type { DeskRow, MessageBody } from "@fieldline/protocol";
import { describe, expect, it } from "vitest";
import { recipientsOf } from "./recipients.ts";

const desk = (name: string) => ({ id: name, name }) as DeskRow;
const message = (from: string, to: string) =>
  ({ from: { id: from, name: from }, to: { id: to, name: to } }) as MessageBody;
const names = (...given: Parameters<typeof recipientsOf>) => recipientsOf(...given).map(({ name }) => name);

describe("people to write to", () => {
  it("are those on the floor, by name in the alphabet of the interface", () => {
    expect(names([desk("åse"), desk("søren"), desk("mette")], [], "sofia", "da")).toEqual([
      "mette",
      "søren",
      "åse",
    ]);
  });

  it("are also those who wrote and went home since, each once, and never oneself", () => {
    const messages = [message("lars", "sofia"), message("mette", "sofia"), message("sofia", "jens")];
    expect(names([desk("mette"), desk("sofia")], messages, "sofia", "da")).toEqual(["lars", "mette"]);
  });
});
