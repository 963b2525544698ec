// Front door of access: who signs in, what they may see, and the people themselves.

export { audienceWith } from "./audience.ts";
export { languagesOf } from "./languages.ts";
export { requireWave, waveWithCountries } from "./require-wave.ts";
export { accessRoutes, authenticateWith } from "./routes.ts";
export { countriesWithin, notFound, reachOf } from "./scope.ts";
export { setScope } from "./set-scope.ts";
export { addUsers, listUsers, longestDisplayName, resetPassword } from "./users.ts";
