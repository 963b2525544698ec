// The queue of events of one run: true time, in milliseconds, moves from one to the next and never by itself.

export interface Timeline {
  readonly now: () => number;
  readonly at: (time: number, event: () => void) => void;
  readonly after: (ms: number, event: () => void) => void;
  /** Runs the next event; false when there is none. */
  readonly step: () => boolean;
}

interface Entry {
  readonly time: number;
  readonly order: number;
  readonly event: () => void;
}

const before = (a: Entry, b: Entry): boolean => a.time < b.time || (a.time === b.time && a.order < b.order);

/** Events of the same time run in the order in which they were put in. */
export function timelineFrom(start: number): Timeline {
  const heap: Entry[] = [];
  let now = start;
  let order = 0;

  const at = (time: number, event: () => void): void => {
    const entry = { time: Math.max(now, Math.round(time)), order: order++, event };
    let place = heap.push(entry) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent] as Entry;
      if (!before(entry, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = entry;
  };

  const takeFirst = (): Entry | undefined => {
    const [first] = heap;
    const last = heap.pop();
    if (heap.length === 0 || !last) return first;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Entry, heap[child] as Entry)) child++;
      if (!before(heap[child] as Entry, last)) break;
      heap[place] = heap[child] as Entry;
      place = child;
    }
    heap[place] = last;
    return first;
  };

  return {
    now: () => now,
    at,
    after: (ms, event) => at(now + ms, event),
    step() {
      const first = takeFirst();
      if (!first) return false;
      now = first.time;
      first.event();
      return true;
    },
  };
}
