// The console's own version: a newer one is fetched behind the work and takes over when the desk is free.

import { createStore, type Store } from "../seat/store.ts";

export interface Version {
  /** A newer console is here and waits. */
  readonly newer: boolean;
}

const lookEveryMs = 5 * 60_000;

export interface OwnVersion {
  readonly store: Store<Version>;
  /** Registers the service worker and looks for newer ones; returns what ends the looking. */
  readonly watch: () => () => void;
  /** Loads the page again as the newer version. */
  readonly change: () => void;
}

export function createOwnVersion(): OwnVersion {
  const store = createStore<Version>({ newer: false });
  let registration: ServiceWorkerRegistration | null = null;

  const look = (): void => {
    if (registration?.waiting && navigator.serviceWorker.controller) store.set({ newer: true });
  };

  const register = async (): Promise<void> => {
    registration = await navigator.serviceWorker.register("/sw.js");
    const follow = (): void => registration?.installing?.addEventListener("statechange", look);
    registration.addEventListener("updatefound", follow);
    follow();
    look();
  };

  return {
    store,
    watch() {
      if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return () => {};
      void register().catch(() => {
        // Without a service worker the console works as long as there is a network.
      });
      const timer = setInterval(() => void registration?.update().catch(() => {}), lookEveryMs);
      return () => clearInterval(timer);
    },
    change() {
      if (!registration?.waiting) return location.reload(); // Another tab has brought it in already.
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
      registration.waiting.postMessage("takeOver");
    },
  };
}
