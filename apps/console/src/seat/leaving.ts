// That somebody signed out without network, kept where a reload of the page finds it.

const place = "fieldline.leaving";

/** Somebody has signed out without network: the server has still to be told, before anybody is let in by that session. */
export function rememberLeaving(leaving: boolean): void {
  try {
    if (leaving) localStorage.setItem(place, "yes");
    else localStorage.removeItem(place);
  } catch {
    // Storage may be switched off; then the session ends by itself.
  }
}

export function isLeaving(): boolean {
  try {
    return localStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}
