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

/** `plain`: a letter by itself acts. `alt`: only together with Alt. */
export type Letters = "plain" | "alt";

export interface KeyContext {
  /** A text field has the focus, so letters and digits belong to it. */
  readonly typing: boolean;
  readonly letters: Letters;
}

export type Intent =
  | { readonly kind: "digit"; readonly digit: number }
  | { readonly kind: "missing"; readonly reason: "dontKnow" | "refused" | "notApplicable" }
  | { readonly kind: "confirm" }
  | { readonly kind: "erase" }
  | { readonly kind: "escape" }
  | { readonly kind: "move"; readonly by: 1 | -1 }
  | { readonly kind: "sideways"; readonly by: 1 | -1 }
  /** A page up or down of a list that is longer than the screen. */
  | { readonly kind: "page"; readonly by: 1 | -1 }
  /** What it commands is the screen's business. */
  | { readonly kind: "letter"; readonly letter: string };

/**
 * What a press means; `null` where it means nothing here. A key that is held down repeats and means nothing,
 * and so does a combination with Ctrl, Alt or Meta: those are the browser's and the system's. Where letters are
 * switched off, Alt with a letter is what the letter was.
 */
export function keyToIntent(press: KeyPress, { typing, letters }: KeyContext): Intent | null {
  if (press.isComposing || press.ctrlKey || press.metaKey) return null;
  const moved = moves.get(press.key);
  if (press.repeat && !moved) return null;
  if (press.altKey) return letters === "alt" ? letterIntent(letterWithAlt(press)) : null;
  const always = signs.get(press.key);
  if (always) return always;
  if (moved?.kind === "move") return moved;
  if (typing) return null;
  const digit = digitOf(press);
  if (digit !== null) return { kind: "digit", digit };
  if (moved) return moved;
  if (press.key === "Backspace") return { kind: "erase" };
  if (press.key === "-") return { kind: "missing", reason: "notApplicable" };
  return letters === "plain" ? letterIntent(press.key.toLowerCase()) : null;
}

const letterIntent = (letter: string): Intent | null => {
  if (letter === "x") return { kind: "missing", reason: "notApplicable" };
  return /^[a-z]$/.test(letter) ? { kind: "letter", letter } : null;
};

/** With Alt some systems print another sign, so the key's place says which letter was meant. */
const letterWithAlt = ({ key, code }: KeyPress): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1] ?? "").toLowerCase();

/** Keys that mean the same also where text is typed: no name in a list contains one of them. */
const signs = new Map<string, Intent>([
  ["Enter", { kind: "confirm" }],
  ["Escape", { kind: "escape" }],
  ["?", { kind: "missing", reason: "dontKnow" }],
  ["!", { kind: "missing", reason: "refused" }],
]);

/** Up and down belong to the screen also where text is typed, and go on while they are held. */
const moves = new Map<string, Intent>([
  ["ArrowDown", { kind: "move", by: 1 }],
  ["ArrowUp", { kind: "move", by: -1 }],
  ["ArrowRight", { kind: "sideways", by: 1 }],
  ["ArrowLeft", { kind: "sideways", by: -1 }],
  ["PageDown", { kind: "page", by: 1 }],
  ["PageUp", { kind: "page", by: -1 }],
]);

/** By position: Czech and French top rows print letters and signs on the digit keys. */
function digitOf({ key, code, shiftKey }: KeyPress): number | null {
  const place = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (place !== undefined) return !shiftKey || /^\d$/.test(key) ? Number(place) : null;
  return code === "" && /^\d$/.test(key) ? Number(key) : null;
}
