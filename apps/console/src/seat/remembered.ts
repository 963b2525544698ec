// What a reload needs to know of the call and the server does not tell: ids only, gone with the tab.

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
