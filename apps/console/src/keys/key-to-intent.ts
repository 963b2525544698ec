// Which key means what: positions for digits, printed signs for the rest, so that every keyboard can be used.

/** The part of a `KeyboardEvent` that decides. */
export interface KeyPress {
  /** What the layout prints: `?`, `é`, `Enter`. */
  readonly key: string;
  /** The key's place on the keyboard: `Digit2`, `Numpad2`. */
  readonly code: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/** `typing`: a text field has the focus, so letters and digits belong to it. */
export interface KeyContext {
  readonly typing: boolean;
}

export type Command =
  | "back"
  | "forward"
  | "probes"
  | "language"
  | "suspend"
  | "outcome"
  | "dial"
  | "giveBack"
  | "number";

export type Intent =
  | { readonly kind: "digit"; readonly digit: number }
  | { readonly kind: "missing"; readonly reason: "dontKnow" | "refused" | "notApplicable" }
  | { readonly kind: "confirm" }
  | { readonly kind: "erase" }
  | { readonly kind: "escape" }
  | { readonly kind: "move"; readonly by: 1 | -1 }
  | { readonly kind: "command"; readonly command: Command };

/** The letter printed on each control; no letter stands for two commands on one screen. */
export const commandKeys: Readonly<Record<Command, string>> = {
  back: "b",
  forward: "f",
  probes: "p",
  language: "l",
  suspend: "s",
  outcome: "o",
  dial: "d",
  giveBack: "g",
  number: "n",
};

const commandOf = new Map(Object.entries(commandKeys).map(([command, key]) => [key, command as Command]));

/**
 * What a press means; `null` where it means nothing here. A key that is held down repeats and means nothing,
 * and so does a combination with Ctrl, Alt or Meta: those are the browser's and the system's.
 */
export function keyToIntent(press: KeyPress, { typing }: KeyContext): Intent | null {
  if (press.repeat || press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return null;
  const always = signs.get(press.key);
  if (always) return always;
  if (typing) return null;
  const digit = digitOf(press);
  if (digit !== null) return { kind: "digit", digit };
  if (press.key === "Backspace") return { kind: "erase" };
  if (press.key === "-" || press.key.toLowerCase() === "x")
    return { kind: "missing", reason: "notApplicable" };
  const command = commandOf.get(press.key.toLowerCase());
  return command ? { kind: "command", command } : null;
}

/** Keys that mean the same also where text is typed: no name in a list contains one of them. */
const signs = new Map<string, Intent>([
  ["Enter", { kind: "confirm" }],
  ["Escape", { kind: "escape" }],
  ["ArrowDown", { kind: "move", by: 1 }],
  ["ArrowUp", { kind: "move", by: -1 }],
  ["?", { kind: "missing", reason: "dontKnow" }],
  ["!", { kind: "missing", reason: "refused" }],
]);

/** By position: Czech and French top rows print letters and signs on the digit keys. */
function digitOf({ key, code, shiftKey }: KeyPress): number | null {
  const place = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (place !== undefined) return !shiftKey || /^\d$/.test(key) ? Number(place) : null;
  return code === "" && /^\d$/.test(key) ? Number(key) : null;
}
