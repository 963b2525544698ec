// Front door of the journal: sealing what is written, and verifying what is sealed.

export { type Finding, sentenceOf } from "./findings.ts";
export { sealDuty, sealWaiting } from "./seal.ts";
export { verifyChain } from "./verify.ts";
