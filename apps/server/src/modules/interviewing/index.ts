// Front door of interviewing: interviews and the operations they are folded from.

export { breakOffOpenInterview } from "./break-off-open.ts";
export { createRecorder } from "./recorder.ts";
export { interviewingRoutes } from "./routes.ts";
