// Numbers as people type them into a form.

/** `NaN` for anything but digits, which the rules then refuse. */
export const wholeFrom = (text: string): number =>
  /^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
