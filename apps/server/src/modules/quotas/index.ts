// Front door of the quotas: plan, verdicts, places, the board.

export { keepPlaces } from "./book.sql.ts";
export { freeExpiredPlaces } from "./free-expired.ts";
export type { Holder } from "./ledger.ts";
export { boardStream } from "./live.ts";
export { type Places, withPlaces } from "./places.ts";
export { type RegionCells, regionCells } from "./region-cells.ts";
export { quotaRoutes } from "./routes.ts";
export { setQuotaPlan } from "./set-plan.ts";
export { whenOffline } from "./when-offline.ts";
