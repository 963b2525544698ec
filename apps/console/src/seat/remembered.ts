// What a reload needs to know and the server does not tell: of the call ids only, gone with the tab; that somebody left.

const place = "fieldline.call";

/** The interview held in this attempt, also once it is closed and only the outcome is missing. */
export function rememberInterview(attemptId: string, interviewId: string): void {
  try {
    sessionStorage.setItem(place, JSON.stringify([attemptId, interviewId]));
  } catch {
    // Storage may be switched off; then a reload shows the call instead of the outcome.
  }
}

export function interviewOfAttempt(attemptId: string): string | null {
  try {
    const [attempt, interview] = JSON.parse(sessionStorage.getItem(place) ?? "[]") as string[];
    return attempt === attemptId ? (interview ?? null) : null;
  } catch {
    return null;
  }
}

export function forgetInterview(): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing was kept.
  }
}

const leavingPlace = "fieldline.leaving";

/** Somebody has signed out without network: the server has still to be told, before anybody is let in by that session. */
export function rememberLeaving(leaving: boolean): void {
  try {
    if (leaving) localStorage.setItem(leavingPlace, "yes");
    else localStorage.removeItem(leavingPlace);
  } catch {
    // Storage may be switched off; then the session ends by itself.
  }
}

export function isLeaving(): boolean {
  try {
    return localStorage.getItem(leavingPlace) !== null;
  } catch {
    return false;
  }
}
