// Front door of exporting: files for researchers, made once and kept.

export { exportingRoutes } from "./routes.ts";
