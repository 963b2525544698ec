// Front door of calling: dispositions, call rules, the check before a dial, the simulated line.

export * from "./appointment-life.ts";
export * from "./appointments.ts";
export * from "./case-after.ts";
export * from "./case-from-attempts.ts";
export * from "./disposition-keys.ts";
export * from "./dispositions.ts";
export * from "./effects.ts";
export * from "./final-code.ts";
export * from "./fitting-outcomes.ts";
export * from "./follow-ups.ts";
export * from "./may-dial.ts";
export * from "./next-callable.ts";
export * from "./problems.ts";
export * from "./propose.ts";
export * from "./retry.ts";
export * from "./rules.ts";
export * from "./simulated-line.ts";
export * from "./slots.ts";
export * from "./windows.ts";
export * from "./zoned.ts";
