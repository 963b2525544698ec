// A table of a screen as CSV for people: opened in a spreadsheet it shows what the screen showed.

/** A cell that a spreadsheet would take for a formula is written as text. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Byte-order mark first: spreadsheets take the letters of five languages for UTF-8 only with it. */
export const csvForPeople = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((line) => `${line.map((cell) => quoted(harmless(cell))).join(",")}\r\n`).join("")}`;
