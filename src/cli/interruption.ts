import type { Interruption } from "./io";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Listens for the first signal to end; the next one ends the process, as nothing listens any longer. */
export function interruption(): Interruption {
  const controller = new AbortController();
  const end = (): void => {
    for (const name of signals) process.removeListener(name, wished);
  };
  const wished = (): void => {
    end();
    controller.abort();
  };
  for (const name of signals) process.on(name, wished);
  return { signal: controller.signal, end };
}

/** Waits so many milliseconds, or until the signal is aborted. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
  });
}
