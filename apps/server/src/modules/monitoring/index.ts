// Front door of monitoring: what supervisors and researchers see of the fieldwork, without answers or contacts.

export { floorStream } from "./live.ts";
export { monitoringRoutes } from "./routes.ts";
