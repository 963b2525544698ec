// Front door of interviewing: interviews and the operations they are folded from.

export { interviewingRoutes } from "./routes.ts";
