// How the queue is looked at: which country's regions, which day's appointments. It stands in the address.

export interface QueueView {
  readonly country?: string;
  /** Local date. */
  readonly day?: string;
}

/** What of an address makes sense; the rest is left out. */
export function readQueueView(search: Readonly<Record<string, unknown>>): QueueView {
  const { country, day } = search;
  const date = typeof day === "string" && /^(199\d|20\d\d)-\d\d-\d\d$/.test(day) && Date.parse(day);
  return {
    ...(typeof country === "string" && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(date ? { day: day as string } : {}),
  };
}
