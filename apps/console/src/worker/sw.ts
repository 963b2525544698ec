// The service worker: keeps the console's pages, scripts and words, so that it opens without network.

import { clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";

/** Every file of the build, put here by it; the revision of one whose name says it all is null. */
declare const __SHELL__: { url: string; revision: string | null }[];

interface Worker {
  addEventListener(type: "message", heard: (event: { readonly data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
}
const worker = self as unknown as Worker;

precacheAndRoute(__SHELL__);
cleanupOutdatedCaches();
clientsClaim();

/** A newer version waits until the desk is free and says so. */
worker.addEventListener("message", ({ data }) => {
  if (data === "takeOver") void worker.skipWaiting();
});
