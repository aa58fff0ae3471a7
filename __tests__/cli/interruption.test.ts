import { interruption, wait } from "../../src/cli/interruption";

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "the first %s is listened to, the second is not",
  (name) => {
    const before = process.listenerCount(name);
    const { signal } = interruption();
    expect([signal.aborted, process.listenerCount(name)]).toEqual([false, before + 1]);
    process.emit(name);
    expect([signal.aborted, process.listenerCount(name)]).toEqual([true, before]);
  },
);

test("after its end nothing is listened to", () => {
  const before = process.listenerCount("SIGINT");
  interruption().end();
  expect(process.listenerCount("SIGINT")).toBe(before);
});

test("waiting ends by itself, or with the interruption", async () => {
  const controller = new AbortController();
  await wait(1, controller.signal);
  const hour = wait(3_600_000, controller.signal);
  controller.abort();
  await hour;
  await wait(3_600_000, controller.signal);
});
