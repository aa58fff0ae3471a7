import { LatestCache, ObjectCache } from "../src/cache";

test("what is made of an object is made once", () => {
  const cache = new ObjectCache<string>();
  const [one, other] = [{}, {}];
  let made = 0;
  const get = (object: object) => cache.get(object, () => `made ${++made}`);
  expect([get(one), get(other), get(one), get(other)]).toEqual([
    "made 1",
    "made 2",
    "made 1",
    "made 2",
  ]);
});

test("of several objects the latest is kept alone", () => {
  const cache = new LatestCache<string>();
  const [one, other] = [{}, {}];
  let made = 0;
  const get = (object: object) => cache.get(object, () => `made ${++made}`);
  expect([get(one), get(one), get(other), get(one)]).toEqual([
    "made 1",
    "made 1",
    "made 2",
    "made 3",
  ]);
});
