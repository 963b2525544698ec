// Front door of quota: the plan, its cells, who belongs where, the book of places, whole-number targets.

export * from "./book.ts";
export * from "./cell.ts";
export * from "./cell-of-plan.ts";
export * from "./cells-of.ts";
export * from "./change-cell.ts";
export * from "./change-in-field.ts";
export * from "./check-plan.ts";
export * from "./confirm.ts";
export * from "./count.ts";
export * from "./free.ts";
export * from "./largest-remainder.ts";
export * from "./outlook.ts";
export * from "./plan.ts";
export * from "./policy.ts";
export * from "./problems.ts";
export * from "./quota-value.ts";
export * from "./reserve.ts";
