/** Symbols of the globals by their description. */
function named(description: string): readonly symbol[] {
  return Object.getOwnPropertySymbols(globalThis).filter((key) => key.description === description);
}

test("a test file finds nothing that Jest's runner kept of the files before it", () => {
  expect(named("JEST_STATE_SYMBOL")).toHaveLength(1);
  const listeners = Reflect.get(globalThis, Symbol.for("EVENT_HANDLERS")) as readonly unknown[];
  // Those of the runner itself; a file that comes after others would find as many again for each of them.
  expect(listeners.length).toBeGreaterThan(0);
  expect(listeners.length).toBeLessThan(10);
});
