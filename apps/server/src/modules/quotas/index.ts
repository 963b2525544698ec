// Front door of the quotas: plan, verdicts, places, the board.

export { freeExpiredPlaces } from "./free-expired.ts";
export { confirm, decide, type Fate, free, type Holder, keepLonger } from "./places.ts";
export { quotaRoutes } from "./routes.ts";
export { setQuotaPlan } from "./set-plan.ts";
