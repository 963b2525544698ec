// Front door of access: who signs in, what they may see, and the people themselves.

export { addUser, addUsers } from "./add-user.ts";
export { audienceWith } from "./audience.ts";
export { changeUser } from "./change-user.ts";
export { displayNames } from "./display-names.ts";
export { languagesOf } from "./languages.ts";
export { listUsers } from "./list-users.ts";
export { requireWave, waveWithCountries } from "./require-wave.ts";
export { resetPassword } from "./reset-password.ts";
export { accessRoutes, authenticateWith } from "./routes.ts";
export { countriesWithin, notFound, reachOf } from "./scope.ts";
export { setScope } from "./set-scope.ts";
export { type Speaker, speakersOf } from "./speakers.ts";
