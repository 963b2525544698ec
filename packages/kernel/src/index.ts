// Front door of the kernel: ids, instants, results, seeded randomness. Nothing else belongs here.

export * from "./brand.ts";
export * from "./instant.ts";
export * from "./random.ts";
export * from "./result.ts";
