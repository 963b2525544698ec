// One connection to PostgreSQL that is given up when it falls silent: whoever uses it next would wait as long again.

import pg from "pg";

/** A connection whose statement got no answer in time is cut, so that a pool does not hand it out again. */
export class Connection extends pg.Client {
  override query = ((...statement: unknown[]): unknown => {
    const result = (super.query as (...parts: unknown[]) => unknown).apply(this, statement);
    if (result instanceof Promise) result.catch((error: unknown) => this.#giveUpIfSilent(error));
    return result;
  }) as pg.Client["query"];

  /** Cuts the connection; whoever waits for an answer on it is told at once. */
  cut(): void {
    this.connection.stream.destroy(new Error("Connection terminated: it was given up"));
  }

  #giveUpIfSilent(error: unknown): void {
    if ((error as Partial<Error>).message === "Query read timeout") this.cut();
  }
}
