// Front door of backups: taking one, verifying its file, restoring it into an empty database, and the drill.

export { drill } from "./drill.ts";
export { restoreBackup } from "./restore.ts";
export { takeBackup } from "./take.ts";
export { type Verified, verifyBackup } from "./verify.ts";
