import type { Stop } from "../trace-result";

/** An event that goes no further; the tracer turns it into a {@link Stop}. */
export class BlockedError extends Error {
  override readonly name = "BlockedError";

  constructor(readonly stop: Stop) {
    super(stop.reason);
  }
}
