import {
  areSame,
  elementsOf,
  haveNoCommonType,
  inOrder,
  isCollection,
  isMapping,
  isSequence,
  kindOf,
  tuple,
  type Constant,
  type Mapping,
  type Sequence,
} from "../constant";
import { converted } from "../conversion";
import { inPlace, refuse } from "../refusal";
import type { Type } from "../types";
import { isPlainText, textIn, wholeNumber, type Functions, type Work } from "./functions";

const any = { is: "any" } as const;

function listIn(value: Constant): Sequence {
  return isSequence(value) ? value : refuse(`it takes a list, not ${kindOf(value)}`);
}

/** A list that has an order. */
function orderedIn(value: Constant): Sequence {
  const list = listIn(value);
  return list.kind === "set" ? refuse("it takes a list, not a set: tolist makes one of it") : list;
}

function mapIn(value: Constant): Mapping {
  return isMapping(value) ? value : refuse(`it takes a map, not ${kindOf(value)}`);
}

const as =
  (type: Type): Work =>
  ([value]) =>
    converted(value, type);

function chunks([list, size]: readonly Constant[]): Constant {
  const most = wholeNumber(size, "the size");
  if (most < 0) return refuse("the size must not be below 0");
  if (!isSequence(list)) return list;
  const { items } = list;
  const length = most === 0 ? Math.min(items.length, 1) : Math.ceil(items.length / most);
  const parts = Array.from({ length }, (_, at): Constant => ({
    kind: "list",
    items: most === 0 ? items : items.slice(at * most, (at + 1) * most),
  }));
  return { kind: "list", items: parts };
}

/** The first value that is neither null nor, of texts, empty. */
function first(args: readonly Constant[]): Constant {
  const given = args.filter((arg) => arg !== null);
  if (haveNoCommonType(given)) return refuse("its arguments have no type in common");
  const isOfTexts = given.some((arg) => typeof arg === "string");
  const found = given.find((arg) => !(isOfTexts && arg === ""));
  if (found === undefined) return refuse("all its arguments are null or empty texts");
  if (isCollection(found)) return undefined;
  if (isOfTexts) return converted(found, { is: "string" });
  return given.every((arg) => typeof arg === typeof found) ? found : undefined;
}

function firstList(args: readonly Constant[]): Constant {
  if (args.length > 0 && args.some((arg) => arg === null)) return refuse("an argument is null");
  const lists = args.map(orderedIn);
  return lists.find(({ items }) => items.length > 0) ?? refuse("all its lists are empty");
}

function joined(args: readonly Constant[]): Constant {
  const lists = args.map(orderedIn);
  const items = lists.flatMap((list) => list.items);
  const isOfTuples = lists.every(({ kind }) => kind === "tuple");
  return isOfTuples ? tuple(items) : tuple(items.map(() => undefined));
}

function holds([list, value]: readonly Constant[]): Constant {
  const same = listIn(list).items.map((item) => areSame(item, value));
  return same.includes(true) ? true : same.includes(undefined) ? undefined : false;
}

function element([list, index]: readonly Constant[]): Constant {
  const { items } = orderedIn(list);
  const place = wholeNumber(index, "the index");
  if (items.length === 0) return refuse("the list is empty");
  // Below 0 each version counts in its own way.
  return place < 0 ? undefined : items[place % items.length];
}

function flat([list]: readonly Constant[]): Constant {
  const items = (value: Sequence): readonly Constant[] =>
    value.items.flatMap((item) => (isSequence(item) ? items(item) : [item]));
  return tuple(items(listIn(list)));
}

function placeOf([list, value]: readonly Constant[]): Constant {
  const { items } = orderedIn(list);
  const same = items.map((item) => areSame(item, value));
  if (same.includes(true)) return same.indexOf(true);
  return same.includes(undefined) ? undefined : refuse("the list does not have the value");
}

function lengthOf([value]: readonly Constant[]): Constant {
  if (typeof value === "string") return isPlainText(value) ? value.length : undefined;
  return isCollection(value)
    ? elementsOf(value).length
    : refuse(`it takes a collection or a text, not ${kindOf(value)}`);
}

function looked([map, key, otherwise]: readonly Constant[]): Constant {
  const { kind, entries } = mapIn(map);
  const name = textIn(key);
  const own = kind === "map" ? defaultOf(entries, otherwise) : otherwise;
  if (entries.has(name)) return entries.get(name);
  return otherwise === undefined ? refuse(`the map has no ${name}, and there is no default`) : own;
}

/** A default as the type that the values of a map have. */
function defaultOf(entries: Mapping["entries"], otherwise: Constant): Constant {
  const [value] = [...entries.values()].filter((each) => each !== null);
  if (value === undefined || isCollection(value)) return undefined;
  const is = typeof value === "boolean" ? "bool" : typeof value === "number" ? "number" : "string";
  return inPlace("the default", () => converted(otherwise, { is }));
}

/** Sets of one type; what is made of them is not worked out. */
function united(args: readonly Constant[]): Constant {
  const items = args.flatMap((set) => (isSequence(set) ? set.items : []));
  return haveNoCommonType(items) ? refuse("the sets have no type in common") : undefined;
}

function merged(args: readonly Constant[]): Constant {
  const maps = args.filter((arg) => arg !== null).map(mapIn);
  const entries = new Map(maps.flatMap((map) => [...map.entries]));
  return {
    kind: maps.every(({ kind }) => kind === "map") && maps.length > 0 ? "map" : "object",
    entries,
  };
}

function only([list]: readonly Constant[]): Constant {
  const { items } = listIn(list);
  return items.length > 1
    ? refuse(`the list has ${items.length} elements, and may have one`)
    : (items[0] ?? null);
}

function reversed([list]: readonly Constant[]): Constant {
  const { kind, items } = listIn(list);
  return kind === "set"
    ? { kind: "list", items: items.map(() => undefined) }
    : { kind, items: [...items].reverse() };
}

/** The number of different elements is known where all are compared. */
function distinct([list]: readonly Constant[]): Constant {
  const { items } = listIn(list);
  const isPlain = items.every((item) => item !== undefined && !isCollection(item));
  return isPlain ? { kind: "list", items: [...new Set(items)] } : undefined;
}

function product(args: readonly Constant[]): Constant {
  args.forEach(listIn);
  return undefined;
}

function sliced([list, start, end]: readonly Constant[]): Constant {
  const { kind, items } = orderedIn(list);
  const from = wholeNumber(start, "the start");
  const to = wholeNumber(end, "the end");
  if (from < 0) return refuse("the start must not be below 0");
  if (to > items.length)
    return refuse(`the end is ${to}, and the list has ${items.length} elements`);
  return from > to ? refuse("the start is behind the end") : { kind, items: items.slice(from, to) };
}

function sorted([list]: readonly Constant[]): Constant {
  const { items } = listIn(list);
  if (items.includes(null)) return refuse("an element is null");
  const isPlain = items.every((item) => typeof item === "string" && isPlainText(item));
  return { kind: "list", items: isPlain ? [...items].sort() : items.map(() => undefined) };
}

function zipped([keys, values]: readonly Constant[]): Constant {
  const names = listIn(keys).items;
  const { items } = orderedIn(values);
  if (names.includes(null)) return refuse("a key is null");
  if (names.length !== items.length)
    return refuse(`it has ${names.length} keys and ${items.length} values`);
  return names.includes(undefined)
    ? undefined
    : { kind: "object", entries: new Map(names.map((name, at) => [textIn(name), items[at]])) };
}

function matched([values, keys, searched]: readonly Constant[]): Constant {
  const lengths = [values, keys].map((list) => (isSequence(list) ? list.items.length : 0));
  return lengths[0] === lengths[1] || searched === undefined
    ? undefined
    : refuse("its first two lists must have as many elements");
}

function ofTruths(isEnough: (items: readonly Constant[]) => boolean): Work {
  return ([list]) => isEnough(listIn(list).items);
}

/** Functions of lists, sets and maps. */
export const collections: Functions = new Map<string, Work>([
  ["alltrue", ofTruths((items) => items.every((item) => item === true))],
  ["anytrue", ofTruths((items) => items.includes(true))],
  ["chunklist", chunks],
  ["coalesce", first],
  ["coalescelist", firstList],
  ["concat", joined],
  ["contains", holds],
  ["distinct", distinct],
  ["element", element],
  ["flatten", flat],
  ["index", placeOf],
  ["keys", ([map]) => tuple(inOrder(mapIn(map)).map(([name]) => name))],
  ["length", lengthOf],
  ["lookup", looked],
  ["matchkeys", matched],
  ["merge", merged],
  ["nonsensitive", as(any)],
  ["one", only],
  ["reverse", reversed],
  ["sensitive", as(any)],
  ["setintersection", united],
  ["setproduct", product],
  ["setsubtract", united],
  ["setunion", united],
  ["slice", sliced],
  ["sort", sorted],
  ["tobool", as({ is: "bool" })],
  ["tolist", as({ is: "list", of: any })],
  ["tomap", as({ is: "map", of: any })],
  ["tonumber", as({ is: "number" })],
  ["toset", as({ is: "set", of: any })],
  ["tostring", as({ is: "string" })],
  ["values", ([map]) => tuple(inOrder(mapIn(map)).map(([, value]) => value))],
  ["zipmap", zipped],
]);
