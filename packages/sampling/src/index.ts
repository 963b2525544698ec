// Front door of sampling: sample files, telephone numbers, the ranges that ring nobody.

export * from "./do-not-call-file.ts";
export * from "./draw-numbers.ts";
export * from "./group-number.ts";
export * from "./normalise-number.ts";
export * from "./problems.ts";
export * from "./read-sample.ts";
export * from "./read-sample-row.ts";
export * from "./sample-file.ts";
export * from "./test-numbers.ts";
