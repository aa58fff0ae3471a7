// Written by `npm run bundle` from modules/alert-formatter/function.
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// modules/alert-formatter/function/handler.ts
var handler_exports = {};
__export(handler_exports, {
  handler: () => handler
});
module.exports = __toCommonJS(handler_exports);
var import_node_fs = require("node:fs");
var import_node_path = require("node:path");
var import_client_sns = require("@aws-sdk/client-sns");

// src/aws/arn.ts
function parseArn(text2) {
  const [prefix, partition, service, region, account, ...resource] = text2.split(":");
  if (prefix !== "arn" || !partition || !service || resource.length === 0) return void 0;
  return {
    partition,
    service,
    region: region ?? "",
    account: account ?? "",
    resource: resource.join(":")
  };
}

// src/aws/partitions.ts
var facts = {
  aws: {
    consoleDomain: "console.aws.amazon.com",
    globalRegion: "us-east-1",
    routesAcrossRegions: true
  },
  "aws-us-gov": {
    consoleDomain: "console.amazonaws-us-gov.com",
    globalRegion: "us-gov-west-1",
    routesAcrossRegions: false
  },
  "aws-cn": {
    consoleDomain: "console.amazonaws.cn",
    globalRegion: "cn-north-1",
    routesAcrossRegions: false
  }
};
var partitions = Object.keys(facts);
function consoleDomain(partition) {
  return facts[partition].consoleDomain;
}

// src/cache.ts
var Cache = class {
  /** @param limit - keys that are kept; one more, and all are made again. @default no limit */
  constructor(limit = Infinity) {
    this.limit = limit;
  }
  limit;
  #made = /* @__PURE__ */ new Map();
  get(key, make) {
    let made = this.#made.get(key);
    if (made === void 0) {
      made = outcome(make);
      if (this.#made.size >= this.limit) this.#made.clear();
      this.#made.set(key, made);
    }
    if ("error" in made) throw made.error;
    return made.value;
  }
};
var Names = class {
  #given = /* @__PURE__ */ new WeakMap();
  #count = 0;
  of(object) {
    const name = this.#given.get(object) ?? `${this.#count++}`;
    this.#given.set(object, name);
    return name;
  }
};
function outcome(make) {
  try {
    return { value: make() };
  } catch (error) {
    return { error };
  }
}

// src/aws/ipv4-block.ts
function partsOf(beginning) {
  const end = beginning.split(".").length === 4 ? "" : ".";
  return Array.from({ length: 256 }, (_, i) => `${beginning}${i}${end}`);
}
function addressesBut(beginning, taken) {
  if (!/^(\d{1,3}\.){1,3}$/.test(beginning) || !taken.startsWith(beginning)) return void 0;
  return partsOf(beginning).flatMap((part) => {
    if (part === taken) return [];
    const isWithin2 = part.endsWith(".") && taken.startsWith(part);
    return isWithin2 ? addressesBut(part, taken) ?? [part] : [part];
  });
}

// src/aws/eventbridge/wildcard.ts
function parseWildcard(text2) {
  const pieces = [];
  let piece = "";
  for (let i = 0; i < text2.length; i++) {
    let character = text2.charAt(i);
    if (character === "*") {
      if (text2.charAt(i + 1) === "*") return "two wildcards in a row";
      pieces.push(piece);
      piece = "";
      continue;
    }
    if (character === "\\") {
      character = text2.charAt(++i);
      if (!["*", "\\"].includes(character)) return "a backslash before neither '*' nor '\\'";
    }
    piece += character;
  }
  return [...pieces, piece];
}
function fitsWildcard(text2, pieces) {
  const head = pieces[0] ?? "";
  if (pieces.length === 1) return text2 === head;
  const tail = pieces[pieces.length - 1] ?? "";
  const end = text2.length - tail.length;
  if (head.length > end || !text2.startsWith(head) || !text2.endsWith(tail)) return false;
  let position = head.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text2.indexOf(piece, position);
    if (found < 0 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}

// src/catalog/event-set/text.ts
var groups = /* @__PURE__ */ new Map();
function group(form, texts) {
  const name = `\0${form}\0${texts.join("\0")}`;
  const known = groups.get(name);
  if (known) return known;
  const made = { form, texts, toString: () => name };
  groups.set(name, made);
  return made;
}
function beginningWith(...prefixes) {
  return group("prefix", prefixes);
}
function like(...wildcards) {
  return group("wildcard", wildcards);
}
var no = group("literal", ["false"]);
function comparable(text2) {
  return typeof text2 === "string" ? [{ form: "exact", text: text2 }] : text2.texts.map((each) => ({ form: text2.form, text: each }));
}
function asWildcard({ form, text: text2 }) {
  if (form === "wildcard") return text2;
  const plain = text2.replace(/[\\*]/g, "\\$&");
  return `${form === "suffix" ? "*" : ""}${plain}${form === "prefix" ? "*" : ""}`;
}
function fits(text2, value) {
  if (typeof text2 === "string") return text2 === value;
  if (text2 === no) return value === false;
  if (typeof value !== "string") return false;
  return comparable(text2).some((each) => {
    const pieces = parseWildcard(asWildcard(each));
    return typeof pieces !== "string" && fitsWildcard(value, pieces);
  });
}
var contains = {
  prefix: (text2, part) => text2.startsWith(part),
  suffix: (text2, part) => text2.endsWith(part),
  wildcard: (text2, part) => text2 === part,
  literal: (text2, part) => text2 === part
};
function covers(a, b) {
  if (a === b) return true;
  if (typeof a === "string") return false;
  if (typeof b === "string") return fits(a, b);
  return a.form === b.form && b.texts.every((text2) => a.texts.some((part) => contains[a.form](text2, part)));
}
function mayOverlap(a, b) {
  if (a === b || typeof a === "string" && typeof b === "string") return false;
  if (typeof a === "string" || typeof b === "string") return covers(a, b) || covers(b, a);
  if (a === no || b === no) return false;
  if (a.form !== b.form || a.form === "wildcard") return true;
  return a.texts.some(
    (one) => b.texts.some((other) => contains[a.form](one, other) || contains[a.form](other, one))
  );
}
function refuse(a, b) {
  const shown2 = [a, b].map((text2) => comparable(text2).map(asWildcard).join(", "));
  throw new RangeError(`${shown2.join(" and ")} overlap`);
}
function difference(text2, taken) {
  if (covers(taken, text2)) return [];
  if (!mayOverlap(text2, taken)) return [text2];
  const rest = [text2, taken].map((each) => comparable(each)[0]?.text ?? "");
  return addressesBut(rest[0] ?? "", rest[1] ?? "")?.map(addressText) ?? refuse(text2, taken);
}
function addressText(address2) {
  return address2.endsWith(".") ? beginningWith(address2) : address2;
}
function isGroup(text2) {
  return typeof text2 !== "string";
}
function without(texts, taken) {
  const known = new Set(taken);
  const left = texts.filter((text2) => !known.has(text2));
  return (left.some(isGroup) ? taken : taken.filter(isGroup)).reduce(
    (rest, each) => rest.flatMap((text2) => difference(text2, each)),
    left
  );
}
function shared(texts, others) {
  const known = new Set(others);
  const groups3 = others.filter(isGroup);
  return texts.flatMap((text2) => {
    if (known.has(text2)) return [text2];
    return (isGroup(text2) ? others : groups3).flatMap((other) => {
      if (covers(other, text2)) return [text2];
      if (covers(text2, other)) return [other];
      return mayOverlap(text2, other) ? refuse(text2, other) : [];
    });
  });
}

// src/catalog/event-set/condition.ts
function condition(values2, negated, absent) {
  return { values: [...new Set(values2)].sort(), negated, absent };
}
function is(...values2) {
  return condition(values2, false, false);
}
function isNot(...values2) {
  return condition(values2, true, false);
}
function isNotOrAbsent(...values2) {
  return condition(values2, true, true);
}
function isOrAbsent(...values2) {
  return condition(values2, false, true);
}
var isAbsent = condition([], false, true);
var anything = condition([], true, true);
function complement({ values: values2, negated, absent }) {
  return condition(values2, !negated, !absent);
}
function intersection(a, b) {
  const absent = a.absent && b.absent;
  if (a.negated && b.negated) return condition([...a.values, ...b.values], true, absent);
  if (a.negated) return condition(without(b.values, a.values), false, absent);
  if (b.negated) return intersection(b, a);
  return condition(shared(a.values, b.values), false, absent);
}
function union(a, b) {
  return complement(intersection(complement(a), complement(b)));
}
function isWithin(a, b) {
  if (a.absent && !b.absent) return false;
  const isAmong = (text2, values2) => values2.includes(text2) || values2.some((each) => typeof each !== "string" && covers(each, text2));
  if (a.negated) return b.negated && b.values.every((text2) => isAmong(text2, a.values));
  if (!b.negated) return a.values.every((text2) => isAmong(text2, b.values));
  return !a.values.some(
    (one) => b.values.includes(one) || b.values.some((other) => mayOverlap(one, other))
  );
}
function isEmpty({ values: values2, negated, absent }) {
  return !negated && !absent && values2.length === 0;
}
function isAnything({ values: values2, negated, absent }) {
  return negated && absent && values2.length === 0;
}
function sameCondition(a, b) {
  return a.negated === b.negated && a.absent === b.absent && a.values.length === b.values.length && a.values.every((value, i) => value === b.values[i]);
}

// src/aws/eventbridge/errors.ts
var InvalidEventPatternError = class extends Error {
  /**
   * @param path - the place in the pattern, such as `detail.eventName[0]`
   * @param found - what stands there
   * @param allowed - what may stand there
   */
  constructor(path, found, allowed) {
    super(`event pattern: ${path} is ${found}, allowed: ${allowed}`);
    this.path = path;
    this.found = found;
    this.allowed = allowed;
  }
  path;
  found;
  allowed;
  name = "InvalidEventPatternError";
};
var UnknownOperatorError = class extends InvalidEventPatternError {
  constructor(path, operator2, allowed) {
    super(path, `the unknown operator '${operator2}'`, allowed.join(", "));
    this.operator = operator2;
  }
  operator;
  name = "UnknownOperatorError";
};
function shown(value) {
  const json = value === void 0 ? "undefined" : JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 79)}…` : json;
}

// src/json/value.ts
function isJsonObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function objectIn(value) {
  return isJsonObject(value) ? value : {};
}

// src/aws/eventbridge/ip-address.ts
var import_node_net = require("node:net");
function parseIpAddress(text2) {
  if ((0, import_node_net.isIP)(text2) === 0 || !(0, import_node_net.isIPv4)(text2) && /[.%]/.test(text2)) return void 0;
  if ((0, import_node_net.isIPv4)(text2)) {
    const value = text2.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
    return { bits: 32, value };
  }
  const [head = "", tail] = text2.split("::");
  const first = groups2(head);
  const last = groups2(tail ?? "");
  const zeros = Array(8 - first.length - last.length).fill("0");
  const all = [...first, ...zeros, ...last];
  return { bits: 128, value: all.reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n) };
}
function parseCidrBlock(text2) {
  const [, base = "", mask = ""] = /^([^/]+)\/(\d{1,3})$/.exec(text2) ?? [];
  const address2 = parseIpAddress(base);
  if (address2 === void 0) return "not an address, a slash and the number of mask bits";
  const length = Number(mask);
  if (length >= address2.bits) return `mask bits must be below ${address2.bits}`;
  const shift = BigInt(address2.bits - length);
  const network = address2.value >> shift;
  if (network << shift !== address2.value) return "the address has bits set below the mask";
  return { bits: address2.bits, shift, network };
}
function isInBlock(text2, block) {
  const address2 = parseIpAddress(text2);
  return address2?.bits === block.bits && address2.value >> block.shift === block.network;
}
function groups2(text2) {
  return text2 === "" ? [] : text2.split(":");
}

// src/aws/eventbridge/text-test.ts
function textTest(operator2, argument, path) {
  const expected = text(argument, path);
  const test = comparisons[operator2](expected, path);
  return (value) => typeof value === "string" && test(value);
}
function text(argument, path) {
  if (typeof argument === "string") return argument;
  throw new InvalidEventPatternError(path, shown(argument), "a string");
}
var comparisons = {
  prefix: (expected) => (value) => value.startsWith(expected),
  suffix: (expected) => (value) => value.endsWith(expected),
  "equals-ignore-case": (expected) => {
    const folded = expected.toLowerCase();
    return (value) => value.toLowerCase() === folded;
  },
  wildcard: (expected, path) => {
    const pieces = parseWildcard(expected);
    if (typeof pieces === "string") {
      throw new InvalidEventPatternError(path, shown(expected), `a wildcard (${pieces})`);
    }
    return (value) => fitsWildcard(value, pieces);
  }
};

// src/aws/eventbridge/operators.ts
var NUMERIC_BOUND = 5e9;
function isComparable(value) {
  return Math.abs(value) <= NUMERIC_BOUND;
}
var compare = {
  "=": (value, bound) => value === bound,
  "<": (value, bound) => value < bound,
  "<=": (value, bound) => value <= bound,
  ">": (value, bound) => value > bound,
  ">=": (value, bound) => value >= bound
};
var ALLOWED = 'one of = < <= > >= with a number from -5e9 to 5e9, or a range with its lower bound first, such as [">", 0, "<=", 5]';
function parseNumeric(argument, path) {
  if (!Array.isArray(argument)) throw malformed(path, argument);
  const parts = argument;
  const [lower, low, upper, high] = parts;
  const atLeast = comparison(path, argument, lower, low);
  if (parts.length === 2) return atLeast.test;
  const atMost = comparison(path, argument, upper, high);
  const isRange = parts.length === 4 && atLeast.operator.startsWith(">") && atMost.operator.startsWith("<") && atLeast.bound < atMost.bound;
  if (!isRange) throw malformed(path, argument);
  return (value) => atLeast.test(value) && atMost.test(value);
}
function comparison(path, argument, operator2, bound) {
  const test = typeof operator2 === "string" && Object.hasOwn(compare, operator2) ? compare[operator2] : void 0;
  if (typeof operator2 !== "string" || test === void 0) throw malformed(path, argument);
  if (typeof bound !== "number" || !isComparable(bound)) throw malformed(path, argument);
  return {
    operator: operator2,
    bound,
    test: (value) => isComparable(value) && test(value, bound)
  };
}
function malformed(path, argument) {
  return new InvalidEventPatternError(path, `the numeric ${shown(argument)}`, ALLOWED);
}
var EXCLUDABLE = ["prefix", "suffix", "wildcard", "equals-ignore-case"];
function parseAnythingBut(argument, path) {
  const excluded = isJsonObject(argument) ? operator(argument, path) : values(argument, path);
  return (value) => !excluded(value);
}
function values(argument, path) {
  const list = asList(argument);
  const areTexts = list.every((entry) => typeof entry === "string");
  const areNumbers = list.every((entry) => typeof entry === "number" && isComparable(entry));
  if (list.length === 0 || !(areTexts || areNumbers)) {
    const allowed = "a string, a number from -5e9 to 5e9, or a non-empty list of one of them";
    throw new InvalidEventPatternError(path, shown(argument), allowed);
  }
  const excluded = new Set(list);
  return (value) => excluded.has(value);
}
function operator(argument, path) {
  const [[name, inner] = ["", void 0], ...others] = Object.entries(argument);
  const known = EXCLUDABLE.find((each) => each === name);
  if (known === void 0 || others.length > 0) {
    throw new UnknownOperatorError(path, Object.keys(argument).join(", "), EXCLUDABLE);
  }
  const place = `${path}.${known}`;
  const list = asList(inner);
  const isEmptyAffix = known === "prefix" || known === "suffix" ? list.includes("") : false;
  if (list.length === 0 || isEmptyAffix) {
    throw new InvalidEventPatternError(place, shown(inner), "one or more non-empty strings");
  }
  const tests = list.map((entry) => textTest(known, entry, place));
  return (value) => tests.some((test) => test(value));
}
function asList(argument) {
  return Array.isArray(argument) ? argument : [argument];
}
var operators = {
  prefix: (argument, path) => present(affix("prefix", argument, path)),
  suffix: (argument, path) => present(affix("suffix", argument, path)),
  "equals-ignore-case": (argument, path) => present(textTest("equals-ignore-case", argument, path)),
  wildcard: (argument, path) => present(textTest("wildcard", argument, path)),
  "anything-but": (argument, path) => present(parseAnythingBut(argument, path)),
  numeric: (argument, path) => {
    const test = parseNumeric(argument, path);
    return present((value) => typeof value === "number" && test(value));
  },
  cidr: (argument, path) => {
    const block = parseCidrBlock(text(argument, path));
    if (typeof block === "string") {
      throw new InvalidEventPatternError(path, shown(argument), `an address block (${block})`);
    }
    return present((value) => typeof value === "string" && isInBlock(value, block));
  },
  exists: (argument, path) => {
    if (typeof argument !== "boolean") {
      throw new InvalidEventPatternError(path, shown(argument), "true or false");
    }
    return { matches: () => argument, matchesAbsent: !argument };
  }
};
var OPERATORS = Object.keys(operators);
function affix(side, argument, path) {
  if (!isJsonObject(argument)) return textTest(side, argument, path);
  const [[name, inner] = ["", void 0], ...others] = Object.entries(argument);
  if (name !== "equals-ignore-case" || others.length > 0) {
    throw new UnknownOperatorError(path, Object.keys(argument).join(", "), ["equals-ignore-case"]);
  }
  const folded = text(inner, `${path}.${name}`).toLowerCase();
  const test = textTest(side, folded, path);
  return (value) => typeof value === "string" && test(value.toLowerCase());
}
function present(matches) {
  return { matches, matchesAbsent: false };
}

// src/aws/eventbridge/parse-event-pattern.ts
var RESERVED_IN_OR = /* @__PURE__ */ new Set([
  ...OPERATORS,
  ...["exactly", "=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case"],
  ...["date-after", "date-on-or-after", "date-before", "date-on-or-before", "in-date-range"],
  ...["ip-address-in-range", "ip-address-not-in-range"]
]);

// src/catalog/event-set/event-set.ts
function fieldsOf(...boxes) {
  return [...new Set(boxes.flatMap((box2) => Object.keys(box2)))].sort();
}
function at(box2, field2) {
  return box2[field2] ?? anything;
}
function meet(a, b) {
  return Object.entries(b).every(([field2, condition2]) => {
    const other = a[field2];
    return !isEmpty(other === void 0 ? condition2 : intersection(other, condition2));
  });
}
function intersectBoxes(a, b) {
  if (!meet(a, b)) return void 0;
  const both = { ...a };
  for (const [field2, condition2] of Object.entries(b)) {
    both[field2] = intersection(at(a, field2), condition2);
  }
  return Object.fromEntries(fieldsOf(both).map((field2) => [field2, at(both, field2)]));
}
function subtractBox(from, taken) {
  const left = [];
  let inside = from;
  for (const field2 of Object.keys(taken)) {
    const outside = intersectBoxes(inside, { [field2]: complement(at(taken, field2)) });
    if (outside) left.push(outside);
    const narrowed = intersectBoxes(inside, { [field2]: at(taken, field2) });
    if (!narrowed) return left;
    inside = narrowed;
  }
  return left;
}
function subtract(from, taken) {
  return simplify(
    taken.reduce((left, box2) => left.flatMap((part) => subtractBox(part, box2)), from)
  );
}
function unite(...sets) {
  return simplify(sets.flat());
}
function isWithinBox(a, b) {
  return Object.entries(b).every(([field2, condition2]) => isWithin(at(a, field2), condition2));
}
function joined(a, b) {
  try {
    return union(a, b);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (isWithin(a, b)) return b;
    return isWithin(b, a) ? a : void 0;
  }
}
function merge(a, b) {
  const differs = (field3) => !sameCondition(at(a, field3), at(b, field3));
  const different = Object.keys(a).filter(differs);
  different.push(...Object.keys(b).filter((field3) => !(field3 in a) && differs(field3)));
  const [field2] = different;
  if (field2 === void 0) return a;
  if (different.length === 1) {
    const both = joined(at(a, field2), at(b, field2));
    return both && { ...a, [field2]: both };
  }
  if (isWithinBox(a, b)) return b;
  return isWithinBox(b, a) ? a : void 0;
}
function withoutEmptyDemands(box2) {
  return Object.fromEntries(
    fieldsOf(box2).map((field2) => [field2, at(box2, field2)]).filter(([, condition2]) => !isAnything(condition2))
  );
}
function simplify(set) {
  const boxes = set.filter((box2) => !Object.values(box2).some(isEmpty)).map(withoutEmptyDemands);
  const apart = new Map(boxes.map((box2) => [box2, /* @__PURE__ */ new Set()]));
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a === void 0 || b === void 0 || apart.get(a)?.has(b)) continue;
      const merged = merge(a, b);
      if (merged === void 0) {
        apart.get(a)?.add(b);
        continue;
      }
      const one = withoutEmptyDemands(merged);
      boxes.splice(j, 1);
      boxes.splice(i, 1);
      boxes.push(one);
      apart.set(one, /* @__PURE__ */ new Set());
      i = -1;
      break;
    }
  }
  return boxes;
}
function isHeld(box2, [first, ...rest]) {
  if (first === void 0) return false;
  const left = subtractBox(box2, first);
  return left.every((part) => isHeld(part, rest));
}
function widest(set) {
  return set.reduce((boxes, box2) => {
    const wide = Object.keys(box2).reduce((one, field2) => {
      const without2 = Object.fromEntries(Object.entries(one).filter(([name]) => name !== field2));
      const near = boxes.filter((other) => meet(without2, other));
      return isHeld(without2, near) ? without2 : one;
    }, box2);
    const others = boxes.filter((each) => each !== box2);
    if (wide === box2 && others.length < boxes.length) return [...others, box2];
    return simplify([...others.filter((each) => !isWithinBox(each, wide)), wide]);
  }, simplify(set));
}

// src/catalog/sample-event.ts
var sampleTime = "2026-01-15T03:12:45Z";
var sampleId = "6f0f5c3e-2d1a-4b8e-9c7d-1e2f3a4b5c6d";
var record = {
  eventVersion: "1.09",
  eventTime: sampleTime,
  awsRegion: "{region}",
  sourceIPAddress: "198.51.100.27",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:134.0) Gecko/20100101 Firefox/134.0",
  requestParameters: null,
  responseElements: null,
  eventID: sampleId,
  readOnly: false,
  managementEvent: true,
  recipientAccountId: "{account}",
  eventCategory: "Management"
};
var identities = {
  root: {
    type: "Root",
    principalId: "{account}",
    arn: "arn:{partition}:iam::{account}:root",
    accountId: "{account}",
    accessKeyId: ""
  },
  iamUser: {
    type: "IAMUser",
    principalId: "AIDAEXAMPLEALICE00001",
    arn: "arn:{partition}:iam::{account}:user/alice",
    accountId: "{account}",
    userName: "alice"
  },
  /** Of a failed attempt, where CloudTrail records no ARN. */
  failingIamUser: {
    type: "IAMUser",
    principalId: "AIDAEXAMPLEALICE00001",
    accountId: "{account}",
    accessKeyId: "",
    userName: "alice"
  },
  federated: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLEROLE000001:bob@example.com",
    arn: "arn:{partition}:sts::{account}:assumed-role/developer/bob@example.com",
    accountId: "{account}"
  },
  singleSignOn: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLEROLE000002:bob@example.com",
    arn: "arn:{partition}:sts::{account}:assumed-role/AWSReservedSSO_Admin_0123456789abcdef/bob@example.com",
    accountId: "{account}",
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        arn: "arn:{partition}:iam::{account}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef",
        userName: "AWSReservedSSO_Admin_0123456789abcdef"
      }
    }
  },
  instance: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLEROLE000003:i-0abcdef1234567890",
    arn: "arn:{partition}:sts::{account}:assumed-role/web-server/i-0abcdef1234567890",
    accountId: "{account}",
    sessionContext: { sessionIssuer: { type: "Role", userName: "web-server" } }
  },
  federatedUser: {
    type: "FederatedUser",
    principalId: "{account}:carol",
    arn: "arn:{partition}:sts::{account}:federated-user/carol",
    accountId: "{account}",
    sessionContext: { sessionIssuer: { type: "IAMUser", userName: "broker" } }
  },
  federatedUserOfRoot: {
    type: "FederatedUser",
    principalId: "{account}:carol",
    arn: "arn:{partition}:sts::{account}:federated-user/carol",
    accountId: "{account}",
    sessionContext: { sessionIssuer: { type: "Root" } }
  }
};
function recorded(detailType, source, detail) {
  return {
    source,
    "detail-type": detailType,
    detail: { ...record, ...detail }
  };
}

// src/catalog/event-sources.ts
var detailTypes = {
  console: "AWS Console Sign In via CloudTrail",
  service: "AWS Service Event via CloudTrail",
  api: "AWS API Call via CloudTrail"
};
var eventTypes = {
  console: "AwsConsoleSignIn",
  service: "AwsServiceEvent",
  api: "AwsApiCall"
};
function box(source, detailType) {
  return { source: is(source), "detail-type": is(detailType) };
}
var signInRecords = Object.values(detailTypes).map(
  (detailType) => box("aws.signin", detailType)
);
function recordsOf(source, detailType, ...eventNames) {
  return { ...box(source, detailTypes[detailType]), "detail.eventName": is(...eventNames) };
}
function directEvents(source, detailType) {
  return box(source, detailType);
}
function consoleEvent(...eventNames) {
  return recordsOf("aws.signin", "console", ...eventNames);
}
function consoleLogin(outcome5) {
  return {
    ...consoleEvent("ConsoleLogin"),
    "detail.responseElements.ConsoleLogin": is(outcome5)
  };
}
var programSignIn = recordsOf(
  "aws.signin",
  "api",
  "AuthorizeOAuth2Access",
  "CreateOAuth2Token",
  "CreateOAuth2TokenWithIAM",
  "CreateOAuth2TokenWithTokenExchange",
  "RevokeOAuth2TokenWithIAM",
  "IntrospectOAuth2TokenWithIAM",
  "CreateOAuth2PublicClient",
  "CreateBearerToken"
);
var denials = [
  "Authorization denied because of a resource-based policy",
  "Authorization denied because of a resource control policy"
];
function recordSample(source, detailType, detail) {
  return recorded(detailTypes[detailType], source, {
    eventType: eventTypes[detailType],
    eventSource: `${source.replace("aws.", "")}.amazonaws.com`,
    ...detail
  });
}
function consoleSample(detail) {
  return recordSample("aws.signin", "console", detail);
}

// src/catalog/fields.ts
var cloudTrail = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html";
var iamNames = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
var signInRecords2 = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html";
var word = { form: /^[\w .:/()-]*$/u, source: cloudTrail };
var accountId = { form: /^\d{0,12}$/u, source: cloudTrail };
var regionName = { form: /^[a-z0-9-]*$/u, source: cloudTrail };
var instant = { form: /^[\dTZ:.-]*$/u, source: cloudTrail };
var uuid = { form: /^[\w-]*$/u, source: cloudTrail };
var address = { form: /^[\w.: -]*$/u, source: cloudTrail };
var arn = { form: /^[\w+=,.@:/*-]*$/u, source: iamNames };
var nameOfReplay = {
  form: /^[\w.-]*$/u,
  source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_StartReplay.html"
};
var signInWord = { form: /^[\w ,.+-]*$/u, source: signInRecords2 };
function field(label, path, text2) {
  return { label, path, text: text2 };
}
var namedByIam = {
  safeWhere: {
    field: "detail.userIdentity.type",
    condition: is("AWSAccount", "AssumedRole", "FederatedUser", "IAMUser", "Root")
  }
};
var ofRequest = {
  safeWhere: { field: "detail.errorCode", condition: isAbsent }
};
var reason = {
  safeWhere: { field: "detail.errorMessage", condition: isAbsent }
};
var onlyByFunction = {};
var fields = {
  // The envelope's: a record may lack its recipient, and arrives in the account that it is of.
  account: field("Account", "$.account", accountId),
  region: field("Region", "$.detail.awsRegion", regionName),
  time: field("Time (UTC)", "$.detail.eventTime", instant),
  sourceIp: field("Source IP", "$.detail.sourceIPAddress", address),
  eventName: field("Event", "$.detail.eventName", word),
  eventId: field("Event ID", "$.detail.eventID", uuid),
  identityType: field("Identity type", "$.detail.userIdentity.type", word),
  identityArn: field("Identity", "$.detail.userIdentity.arn", arn),
  identityAccount: field("Identity's account", "$.detail.userIdentity.accountId", accountId),
  userName: field("User", "$.detail.userIdentity.userName", namedByIam),
  principalId: field("Principal ID", "$.detail.userIdentity.principalId", namedByIam),
  invokedBy: field("Invoked by", "$.detail.userIdentity.invokedBy", address),
  onBehalfOf: field("On behalf of", "$.detail.userIdentity.onBehalfOf.userId", uuid),
  accessKeyId: field("Access key ID", "$.detail.userIdentity.accessKeyId", uuid),
  mfaOfSession: field(
    "MFA in session",
    "$.detail.userIdentity.sessionContext.attributes.mfaAuthenticated",
    word
  ),
  centralRootAccess: field(
    "By central root access",
    "$.detail.userIdentity.sessionContext.assumedRoot",
    word
  ),
  errorCode: field("Error", "$.detail.errorCode", word),
  errorMessage: field("Error message", "$.detail.errorMessage", reason),
  eventType: field("Event type", "$.detail.eventType", word),
  eventSource: field("Event source", "$.detail.eventSource", word),
  userAgent: field("User agent", "$.detail.userAgent", onlyByFunction),
  responseElements: field("Response elements", "$.detail.responseElements", onlyByFunction),
  additionalEventData: field(
    "Additional event data",
    "$.detail.additionalEventData",
    onlyByFunction
  ),
  requestedUser: field("Of user", "$.detail.requestParameters.userName", ofRequest),
  rootTarget: field("Target", "$.detail.requestParameters.targetPrincipal", ofRequest),
  taskPolicy: field("Task policy", "$.detail.requestParameters.taskPolicyArn.arn", ofRequest),
  clientId: field("Program", "$.detail.requestParameters.client_id", ofRequest),
  switchFrom: field("Switched from", "$.detail.additionalEventData.SwitchFrom", arn),
  switchTo: field("Switched to", "$.detail.additionalEventData.SwitchTo", arn),
  permissionSet: field("Permission set", "$.detail.serviceEventDetails.role_name", arn),
  federatedAccount: field("To account", "$.detail.serviceEventDetails.account_id", accountId),
  tokenGiven: field("Success", "$.detail.additionalEventData.success", word),
  credentialType: field(
    "Credential type",
    "$.detail.additionalEventData.CredentialType",
    signInWord
  ),
  workflowId: field("Sign-in workflow", "$.detail.additionalEventData.AuthWorkflowID", uuid),
  recoveryRequested: outcome2("responseElements.PasswordRecoveryRequested"),
  recoveryCompleted: outcome2("responseElements.PasswordRecoveryCompleted"),
  emailUpdated: outcome2("responseElements.EmailUpdated"),
  passwordUpdated: outcome2("responseElements.PasswordUpdated"),
  switchOutcome: outcome2("responseElements.SwitchRole"),
  exitOutcome: outcome2("responseElements.ExitRole"),
  renewOutcome: outcome2("responseElements.RenewRole"),
  tokenOutcome: outcome2("responseElements.GetSigninToken"),
  mfaCheckOutcome: outcome2("responseElements.CheckMfa"),
  externalIdpOutcome: outcome2("responseElements.ExternalIdPDirectoryLogin"),
  authenticationOutcome: outcome2("serviceEventDetails.UserAuthentication"),
  challengeOutcome: outcome2("serviceEventDetails.CredentialChallenge"),
  verificationOutcome: outcome2("serviceEventDetails.CredentialVerification"),
  optInAccount: field("Account", "$.detail.accountId", accountId),
  optInRegion: field("Region", "$.detail.regionName", regionName),
  optInStatus: field("Status", "$.detail.status", word),
  signInOutcome: outcome2("responseElements.ConsoleLogin"),
  mfaUsed: field("MFA used", "$.detail.additionalEventData.MFAUsed", word),
  mfaType: field("MFA type", "$.detail.additionalEventData.MfaType", signInWord),
  envelopeAccount: field("Account", "$.account", accountId),
  envelopeRegion: field("Region", "$.region", regionName),
  envelopeTime: field("Time (UTC)", "$.time", instant),
  envelopeId: field("Event ID", "$.id", uuid),
  // Of the envelope of an event that an archive sends again; any other has none.
  replayName: field("Replay", "$.replay-name", nameOfReplay)
};
function outcome2(path) {
  return field("Outcome", `$.detail.${path}`, signInWord);
}
var recordLines = [
  "account",
  "region",
  "time",
  "sourceIp",
  "eventId"
];
var fullLines = [
  "userName",
  "identityType",
  "principalId",
  "identityAccount",
  "accessKeyId",
  "userAgent",
  "responseElements",
  "additionalEventData",
  "eventName",
  "eventType",
  "eventSource"
];

// src/catalog/kinds/console-sign-in.ts
var success = consoleLogin("Success");
var failure = {
  ...consoleLogin("Failure"),
  "detail.userIdentity.type": isNotOrAbsent("Root")
};
var yes = ["Yes", "YES", "yes"];
var consoleSignInKinds = [
  {
    name: "failed-sign-in",
    title: "Sign-in failed: wrong password, wrong MFA code or unknown user",
    severity: "high",
    onByDefault: true,
    watchedAs: "failure",
    // A name and a wrong password are enough.
    causedBy: "anybody",
    events: [
      { ...failure, "detail.errorMessage": isNotOrAbsent(...denials) },
      { ...consoleEvent("CheckMfa"), "detail.responseElements.CheckMfa": is("Failure") }
    ],
    readOnly: false,
    recordedIn: "every-region",
    withoutArn: true,
    message: {
      headline: "Sign-in failed: <actor> <errorMessage> in <account> <errorCode>",
      reasons: ["Failed authentication", "No username found in supplied account"],
      actor: ["identityType", "userName", "principalId"],
      lines: ["eventName", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.failingIamUser,
      errorMessage: "Failed authentication",
      responseElements: { ConsoleLogin: "Failure" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
    })
  },
  {
    // The password was right: it, or the session, is in somebody's hands where it is not expected.
    name: "sign-in-denied-by-policy",
    title: "Sign-in denied by a policy, though the credentials were right",
    severity: "high",
    onByDefault: true,
    // A flood of wrong passwords must not hide it.
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [{ ...failure, "detail.errorMessage": is(...denials) }],
    readOnly: false,
    recordedIn: "every-region",
    withoutArn: true,
    message: {
      headline: "Sign-in denied by policy: <actor> <errorMessage> in <account>",
      reasons: denials,
      actor: ["identityType", "userName", "principalId"],
      lines: ["errorCode", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.failingIamUser,
      errorCode: "AccessDenied",
      errorMessage: "Authorization denied because of a resource-based policy",
      responseElements: { ConsoleLogin: "Failure" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
    })
  },
  {
    name: "iam-user-sign-in-without-mfa",
    title: "IAM user signed in without MFA",
    severity: "high",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...success,
        "detail.userIdentity.type": is("IAMUser"),
        "detail.additionalEventData.MFAUsed": isNotOrAbsent(...yes)
      }
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "IAM user <actor> signed in to <account> without MFA — Success",
      actor: ["userName"],
      lines: ["userName", "identityArn", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.iamUser,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
    })
  },
  {
    name: "iam-user-sign-in",
    title: "IAM user signed in with MFA",
    severity: "medium",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...success,
        "detail.userIdentity.type": is("IAMUser"),
        "detail.additionalEventData.MFAUsed": is(...yes)
      }
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "IAM user <actor> signed in to <account> — Success, MFA used",
      actor: ["userName"],
      lines: ["userName", "identityArn", "mfaUsed", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.iamUser,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "Yes" }
    })
  }
];

// src/catalog/kinds/direct-events.ts
var directEventKinds = [
  {
    name: "sign-in-anomaly",
    title: "AWS itself found a sign-in anomalous",
    severity: "high",
    onByDefault: true,
    // AWS does not say whether an attempt is enough.
    causedBy: "anybody",
    events: [directEvents("aws.signin", "Sign-in Anomaly Alert")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "AWS reports an anomalous sign-in to <envelopeAccount>",
      // AWS documents no field of the detail.
      lines: ["envelopeAccount", "envelopeRegion", "envelopeTime", "envelopeId"]
    },
    sample: {
      source: "aws.signin",
      "detail-type": "Sign-in Anomaly Alert",
      detail: { accountId: "{account}" }
    }
  },
  {
    name: "region-opt-in",
    title: "A region was enabled or disabled: coverage is about to change",
    severity: "high",
    onByDefault: true,
    causedBy: "signed-in",
    events: [directEvents("aws.account", "Region Opt-In Status Change")],
    readOnly: false,
    recordedIn: "global-region",
    message: {
      headline: "Region <optInRegion> of <optInAccount> is now <optInStatus>",
      lines: ["optInAccount", "optInRegion", "optInStatus", "envelopeTime", "envelopeId"]
    },
    sample: {
      source: "aws.account",
      "detail-type": "Region Opt-In Status Change",
      detail: { accountId: "{account}", regionName: "mx-central-1", status: "ENABLED" }
    }
  }
];

// src/catalog/kinds/federated.ts
var success2 = consoleLogin("Success");
var type = "detail.userIdentity.type";
var issuer = "detail.userIdentity.sessionContext.sessionIssuer";
var ofIdentityCenter = beginningWith("AWSReservedSSO_");
var ofInstance = like("*:i-0*");
var session = { ...success2, [type]: is("AssumedRole") };
var byRole = {
  readOnly: false,
  recordedIn: "every-region",
  message: {
    // MFA happens at the identity provider: AWS records MFAUsed "No" for everybody here.
    headline: "Sign-in of <actor> to <account> — Success",
    actor: ["identityType", "identityArn"],
    lines: ["identityType", "identityArn", ...recordLines]
  }
};
var outcome3 = {
  eventName: "ConsoleLogin",
  responseElements: { ConsoleLogin: "Success" },
  additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
};
var federatedSignInKinds = [
  {
    name: "sso-sign-in",
    title: "User of IAM Identity Center signed in to an account",
    severity: "low",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [{ ...session, [`${issuer}.userName`]: is(ofIdentityCenter) }],
    eventsByRoleArn: [{ ...session, [`${issuer}.arn`]: is(like("*:role/aws-reserved/sso.*")) }],
    ...byRole,
    sample: consoleSample({ ...outcome3, userIdentity: identities.singleSignOn })
  },
  {
    // Somebody took the credentials out of an instance, or opened the console on it.
    name: "instance-role-sign-in",
    title: "The role of an EC2 instance was used to sign in to the console",
    severity: "high",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...session,
        "detail.userIdentity.principalId": is(ofInstance),
        [`${issuer}.userName`]: isNotOrAbsent(ofIdentityCenter)
      }
    ],
    ...byRole,
    sample: consoleSample({ ...outcome3, userIdentity: identities.instance })
  },
  {
    name: "federated-sign-in",
    title: "Role or federated user signed in, such as through SAML",
    severity: "low",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...session,
        "detail.userIdentity.principalId": isNotOrAbsent(ofInstance),
        [`${issuer}.userName`]: isNotOrAbsent(ofIdentityCenter)
      },
      { ...success2, [type]: isNot("Root", "IAMUser", "AssumedRole", "FederatedUser") }
    ],
    ...byRole,
    message: {
      ...byRole.message,
      lines: ["identityType", ...recordLines]
    },
    sample: consoleSample({ ...outcome3, userIdentity: identities.federated })
  },
  {
    name: "federation-token-sign-in",
    title: "Federated user signed in with a token that an IAM user asked for (GetFederationToken)",
    severity: "medium",
    onByDefault: true,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      { ...success2, [type]: is("FederatedUser"), [`${issuer}.type`]: isNotOrAbsent("Root") }
    ],
    ...byRole,
    sample: consoleSample({ ...outcome3, userIdentity: identities.federatedUser })
  }
];

// src/catalog/kinds/identity-center.ts
var onBehalfOf = "detail.userIdentity.onBehalfOf.userId";
var verified = "detail.serviceEventDetails.CredentialVerification";
var authenticated = "detail.serviceEventDetails.UserAuthentication";
var userId = "90679a2f8e-1c2d3e4f-0000-4000-8000-000000000001";
var userIdentity = {
  type: "IdentityCenterUser",
  accountId: "{account}",
  onBehalfOf: {
    userId,
    identityStoreArn: "arn:{partition}:identitystore::{account}:identitystore/d-1234567890"
  }
};
var workflow = {
  AuthWorkflowID: "8b1d6c7e-5a4f-4e3d-9c2b-1a0f9e8d7c6b",
  UserName: "bob@example.com"
};
function byIdentityCenter(...eventNames) {
  return { ...recordsOf("aws.signin", "service", ...eventNames), [onBehalfOf]: isNot() };
}
var common = {
  severity: "low",
  onByDefault: false,
  readOnly: false,
  recordedIn: "every-region"
};
var actor = ["onBehalfOf"];
var identityCenterKinds = [
  {
    ...common,
    name: "identity-center-sign-in",
    title: "User signed in to the access portal of IAM Identity Center",
    causedBy: "signed-in",
    events: [
      { ...byIdentityCenter("UserAuthentication"), [authenticated]: isNotOrAbsent("Failure") }
    ],
    message: {
      headline: "Sign-in at Identity Center: <actor> — <authenticationOutcome> in <account> <errorCode>",
      actor,
      lines: ["eventName", "credentialType", "workflowId", ...recordLines]
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "UserAuthentication",
      userIdentity,
      additionalEventData: {
        ...workflow,
        LoginTo: "https://d-1234567890.awsapps.com/start/",
        CredentialType: "PASSWORD,TOTP"
      },
      serviceEventDetails: { UserAuthentication: "Success" }
    })
  },
  {
    ...common,
    name: "identity-center-failure",
    title: "Wrong password or MFA code at IAM Identity Center",
    severity: "medium",
    // A name and a wrong password are enough.
    causedBy: "anybody",
    events: [
      { ...byIdentityCenter("CredentialVerification"), [verified]: is("Failure") },
      { ...byIdentityCenter("UserAuthentication"), [authenticated]: is("Failure") }
    ],
    message: {
      headline: "Sign-in at Identity Center failed: <actor> — <verificationOutcome><authenticationOutcome> in <account> <errorCode>",
      actor,
      lines: ["eventName", "credentialType", "workflowId", ...recordLines]
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "CredentialVerification",
      userIdentity,
      additionalEventData: { ...workflow, CredentialType: "TOTP" },
      serviceEventDetails: { CredentialVerification: "Failure" }
    })
  },
  {
    ...common,
    name: "identity-center-challenge",
    title: "IAM Identity Center asked a user for a password or an MFA code, or was given a right one",
    severity: "info",
    // A name is enough to be asked for a password.
    causedBy: "anybody",
    events: [
      byIdentityCenter("CredentialChallenge"),
      { ...byIdentityCenter("CredentialVerification"), [verified]: isNotOrAbsent("Failure") }
    ],
    message: {
      // A challenge that succeeds has been shown: it says nothing of the answer.
      headline: "Identity Center: <actor> <eventName> — <challengeOutcome><verificationOutcome> in <account> <errorCode>",
      actor,
      lines: ["eventName", "credentialType", "workflowId", ...recordLines]
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "CredentialChallenge",
      userIdentity,
      additionalEventData: { ...workflow, CredentialType: "PASSWORD" },
      serviceEventDetails: { CredentialChallenge: "Success" }
    })
  },
  {
    ...common,
    name: "directory-user-sign-in",
    title: "User of WorkSpaces, of a Transfer Family web app or, formerly, of IAM Identity Center signed in, or tried to",
    // Attempts with a wrong password are of it too.
    causedBy: "anybody",
    events: [
      {
        ...recordsOf(
          "aws.signin",
          "service",
          "UserAuthentication",
          "CredentialChallenge",
          "CredentialVerification"
        ),
        [onBehalfOf]: isAbsent
      }
    ],
    message: {
      headline: "Directory user: <actor> <eventName> — <authenticationOutcome><challengeOutcome><verificationOutcome> in <account> <errorCode>",
      actor: ["identityType"],
      lines: ["eventName", "credentialType", "workflowId", ...recordLines]
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "UserAuthentication",
      userIdentity: { type: "Unknown", accountId: "{account}", arn: "", userName: "alice" },
      additionalEventData: {
        AuthWorkflowID: workflow.AuthWorkflowID,
        LoginTo: "https://clients.amazonaws.com/workspaces",
        CredentialType: "PASSWORD"
      },
      serviceEventDetails: { UserAuthentication: "Success" }
    })
  },
  {
    ...common,
    name: "sso-session",
    title: "Token, account or application asked for at IAM Identity Center (aws sso login)",
    severity: "info",
    // AWS does not say whether opening the portal is enough.
    causedBy: "anybody",
    events: [
      recordsOf("aws.sso", "service", "Authenticate", "Federate"),
      {
        ...recordsOf(
          "aws.sso",
          "api",
          "Authenticate",
          "Federate",
          "CreateToken",
          "ListApplications"
        ),
        "detail.userIdentity.type": isNotOrAbsent("Root")
      }
    ],
    readOnly: "unknown",
    message: {
      headline: "Identity Center: <actor> <eventName> <permissionSet> <federatedAccount> in <account> <errorCode>",
      actor,
      lines: ["eventName", ...recordLines]
    },
    sample: recordSample("aws.sso", "service", {
      eventName: "Authenticate",
      userIdentity,
      serviceEventDetails: { relayId: "7f3d6c8a-2b1e-4d5f-8a9b-0c1d2e3f4a5b" }
    })
  }
];

// src/catalog/kinds/other-sessions.ts
var otherSessionKinds = [
  {
    name: "role-switch",
    title: "Role switched, left or renewed in the console",
    severity: "low",
    onByDefault: false,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [consoleEvent("SwitchRole", "ExitRole", "RenewRole")],
    readOnly: false,
    recordedIn: "every-region",
    withoutSessionIssuer: true,
    message: {
      headline: "<eventName>: <actor> <switchOutcome><exitOutcome><renewOutcome> <switchFrom><switchTo> in <account> <errorCode>",
      actor: ["identityType", "identityArn"],
      lines: ["eventName", "identityType", "identityArn", ...recordLines]
    },
    sample: consoleSample({
      eventName: "SwitchRole",
      userIdentity: identities.federated,
      responseElements: { SwitchRole: "Success" },
      additionalEventData: {
        SwitchFrom: "arn:{partition}:iam::222222222222:user/alice",
        RedirectTo: "https://console.aws.amazon.com/"
      }
    })
  },
  {
    name: "federation-token",
    title: "Sign-in token issued to a federated session",
    severity: "low",
    onByDefault: false,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [consoleEvent("GetSigninToken")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Sign-in token for <actor> — <tokenOutcome> in <account> <errorCode>",
      actor: ["identityType", "identityArn"],
      lines: ["identityType", "identityArn", ...recordLines]
    },
    sample: consoleSample({
      eventName: "GetSigninToken",
      userIdentity: identities.federated,
      responseElements: { GetSigninToken: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
    })
  },
  {
    name: "mfa-check",
    title: "Console asked a user for an MFA code",
    severity: "info",
    onByDefault: false,
    // AWS asks before it says whether the password was right.
    causedBy: "anybody",
    events: [{ ...consoleEvent("CheckMfa"), "detail.responseElements.CheckMfa": is("Success") }],
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      // Says only that the user exists and has MFA: the same whether the code was right or wrong.
      headline: "MFA code asked for in the console: <actor> in <account>",
      actor: ["identityType", "userName"],
      lines: ["mfaType", ...recordLines]
    },
    sample: consoleSample({
      eventName: "CheckMfa",
      userIdentity: identities.failingIamUser,
      responseElements: { CheckMfa: "Success" },
      additionalEventData: { MfaType: "Virtual MFA" }
    })
  },
  {
    name: "cli-sign-in",
    title: "Console credentials used by a command line (aws login), an agent or another program",
    severity: "low",
    onByDefault: false,
    watchedAs: "sign-in",
    causedBy: "signed-in",
    events: [
      {
        ...programSignIn,
        "detail.userIdentity.type": isNotOrAbsent("Root")
      }
    ],
    readOnly: true,
    recordedIn: "every-region",
    message: {
      headline: "Program access: <actor> <eventName> <clientId> in <account> <errorCode>",
      actor: ["identityType", "identityArn"],
      onlyFormatted: ["tokenGiven"],
      lines: ["eventName", "tokenGiven", ...recordLines]
    },
    sample: recordSample("aws.signin", "api", {
      eventName: "CreateOAuth2Token",
      userIdentity: identities.iamUser,
      requestParameters: { client_id: "arn:{partition}:signin:::devtools/same-device" },
      additionalEventData: { success: "true" },
      readOnly: true
    })
  }
];

// src/catalog/kinds/root-calls.ts
var byRoot = { "detail.userIdentity.type": is("Root") };
var credentialCalls = [
  "EnableMFADevice",
  "DeactivateMFADevice",
  "ResyncMFADevice",
  "CreateVirtualMFADevice",
  "DeleteVirtualMFADevice",
  "ChangePassword",
  "CreateLoginProfile",
  "UpdateLoginProfile",
  "DeleteLoginProfile",
  "CreateAccessKey",
  "UpdateAccessKey",
  "DeleteAccessKey",
  "UploadSigningCertificate",
  "UpdateSigningCertificate",
  "DeleteSigningCertificate"
];
var writes = {
  "detail-type": is("AWS API Call via CloudTrail"),
  ...byRoot,
  "detail.userIdentity.invokedBy": isOrAbsent("signin.amazonaws.com"),
  "detail.readOnly": isOrAbsent(no)
};
var rootCallKinds = [
  {
    name: "root-credential-change",
    title: "Root user's MFA device, password, access key or certificate was changed",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [
      {
        ...recordsOf("aws.iam", "api", ...credentialCalls),
        ...byRoot
      }
    ],
    readOnly: false,
    recordedIn: "global-region",
    message: {
      // Not "changed": an attempt may have been refused.
      headline: "Root user's credentials: <eventName> <requestedUser> in <account> <errorCode>",
      // Calls with a key of root have no session.
      onlyFormatted: ["mfaOfSession", "centralRootAccess"],
      lines: ["eventName", "identityArn", "mfaOfSession", "centralRootAccess", ...recordLines]
    },
    sample: recordSample("aws.iam", "api", {
      eventName: "DeactivateMFADevice",
      userIdentity: {
        ...identities.root,
        accessKeyId: "ASIAEXAMPLEROOT00001",
        sessionContext: {
          attributes: { creationDate: "2026-01-15T03:11:40Z", mfaAuthenticated: "false" }
        }
      }
    })
  },
  {
    name: "assume-root",
    title: "Central root access was used on a member account",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [recordsOf("aws.sts", "api", "AssumeRoot")],
    // IAM's table says a write event. Where a record says otherwise, it must not be lost.
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Central root access: <actor> <taskPolicy> on <rootTarget> <errorCode>",
      // In the member account, the caller is one of another account and has no ARN.
      actor: ["identityType", "identityArn", "principalId"],
      lines: ["eventName", "identityType", "identityAccount", ...recordLines]
    },
    sample: recordSample("aws.sts", "api", {
      eventName: "AssumeRoot",
      userIdentity: identities.federated,
      requestParameters: {
        targetPrincipal: "666666666666",
        taskPolicyArn: {
          arn: "arn:{partition}:iam::aws:policy/root-task/IAMAuditRootUserCredentials"
        }
      }
    })
  },
  {
    name: "root-activity",
    title: "The root user changed something: any call that is no other kind",
    severity: "high",
    onByDefault: true,
    causedBy: "signed-in",
    events: [
      { ...writes, source: isNot("aws.signin", "aws.iam", "aws.sts") },
      { ...writes, source: is("aws.iam"), "detail.eventName": isNotOrAbsent(...credentialCalls) },
      { ...writes, source: is("aws.sts"), "detail.eventName": isNotOrAbsent("AssumeRoot") }
    ],
    // Of a call that does not say, nobody knows which rules see it.
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Root user called <eventName> of <eventSource> in <account> <errorCode>",
      onlyFormatted: ["centralRootAccess"],
      lines: ["eventName", "eventSource", "identityType", "centralRootAccess", ...recordLines]
    },
    sample: recordSample("aws.s3", "api", {
      eventName: "DeleteBucketPolicy",
      userIdentity: identities.root
    })
  }
];

// src/catalog/kinds/root-sign-in.ts
var byRoot2 = { "detail.userIdentity.type": is("Root") };
var outcome4 = "detail.responseElements.ConsoleLogin";
var reason2 = "detail.errorMessage";
var rootSignInKinds = [
  {
    name: "root-sign-in",
    title: "Root user signed in",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [{ ...consoleEvent("ConsoleLogin"), ...byRoot2, [outcome4]: isNotOrAbsent("Failure") }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user sign-in to <account> — <signInOutcome>, MFA used: <mfaUsed>",
      lines: ["identityArn", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.root,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
    })
  },
  {
    // Anybody who knows the e-mail address can cause it; a right password would be the kind above.
    name: "root-sign-in-failed",
    title: "Somebody tried to sign in as the root user",
    severity: "high",
    onByDefault: true,
    // The account's e-mail address and a wrong password are enough.
    causedBy: "anybody",
    events: [{ ...consoleLogin("Failure"), ...byRoot2, [reason2]: isNotOrAbsent(...denials) }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user sign-in failed: <errorMessage> in <account> <errorCode>",
      reasons: ["Failed authentication"],
      lines: ["identityType", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.root,
      errorMessage: "Failed authentication",
      responseElements: { ConsoleLogin: "Failure" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
    })
  },
  {
    // Somebody has the password: no flood of failures may hide it.
    name: "root-sign-in-denied",
    title: "Root user's sign-in denied by a policy, though the credentials were right",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [{ ...consoleLogin("Failure"), ...byRoot2, [reason2]: is(...denials) }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user sign-in denied by policy: <errorMessage> in <account>",
      reasons: denials,
      lines: ["errorCode", "identityType", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.root,
      errorCode: "AccessDenied",
      errorMessage: "Authorization denied because of a resource control policy",
      responseElements: { ConsoleLogin: "Failure" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
    })
  },
  {
    name: "root-federation-sign-in",
    title: "Federated user signed in with a token that the root user asked for (GetFederationToken)",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [
      {
        ...consoleLogin("Success"),
        "detail.userIdentity.type": is("FederatedUser"),
        "detail.userIdentity.sessionContext.sessionIssuer.type": is("Root")
      }
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root's federated user <actor> signed in to <account> — Success",
      actor: ["identityArn"],
      lines: ["identityType", "identityArn", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.federatedUserOfRoot,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
    })
  },
  {
    name: "root-cli-sign-in",
    title: "The root user's console credentials used by a command line (aws login) or an agent",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [
      {
        ...programSignIn,
        ...byRoot2
      }
    ],
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Program access as the root user: <eventName> <clientId> in <account> <errorCode>",
      onlyFormatted: ["tokenGiven"],
      lines: ["eventName", "identityType", "tokenGiven", ...recordLines]
    },
    sample: recordSample("aws.signin", "api", {
      eventName: "CreateOAuth2Token",
      userIdentity: identities.root,
      requestParameters: { client_id: "arn:{partition}:signin:::devtools/same-device" },
      additionalEventData: { success: "true" }
    })
  },
  {
    name: "root-recovery-requested",
    title: "Somebody asked to recover the root user's password",
    severity: "high",
    onByDefault: true,
    // The account's e-mail address is enough; the password is nobody's before the mail is answered.
    causedBy: "anybody",
    events: [consoleEvent("PasswordRecoveryRequested")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user: <eventName> — <recoveryRequested> in <account> <errorCode>",
      lines: ["eventName", "identityType", ...recordLines]
    },
    sample: consoleSample({
      eventName: "PasswordRecoveryRequested",
      userIdentity: identities.root,
      responseElements: { PasswordRecoveryRequested: "Success" }
    })
  },
  {
    name: "root-recovery",
    title: "Root user's password was recovered, or its password or e-mail address updated",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    // Only the root user has them, so records of another type, or of none, are not left to others.
    events: [consoleEvent("PasswordRecoveryCompleted", "EmailUpdated", "PasswordUpdated")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user: <eventName> — <recoveryCompleted><emailUpdated><passwordUpdated> in <account> <errorCode>",
      lines: ["eventName", "identityType", ...recordLines]
    },
    sample: consoleSample({
      eventName: "PasswordRecoveryCompleted",
      userIdentity: identities.root,
      responseElements: { PasswordRecoveryCompleted: "Success" }
    })
  }
];

// src/catalog/kinds/sign-in-settings.ts
var signInSettingKinds = [
  {
    // Whoever takes a restriction away signs in next; whoever adds one can lock others out.
    name: "sign-in-policy-change",
    title: "A policy of AWS Sign-In was changed: who may sign in from where",
    severity: "critical",
    onByDefault: true,
    causedBy: "signed-in",
    events: [
      recordsOf(
        "aws.signin",
        "api",
        "PutConsoleAuthorizationConfiguration",
        "DeleteConsoleAuthorizationConfiguration",
        "PutResourcePermissionStatement",
        "DeleteResourcePermissionStatement"
      )
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Sign-in policy: <actor> <eventName> in <account> <errorCode>",
      actor: ["identityType", "identityArn"],
      lines: ["eventName", "identityType", "identityArn", ...recordLines]
    },
    sample: recordSample("aws.signin", "api", {
      eventName: "DeleteConsoleAuthorizationConfiguration",
      userIdentity: identities.federated
    })
  },
  {
    name: "external-idp-failure",
    title: "Sign-in through an external identity provider failed: its SAML assertion was refused",
    severity: "medium",
    onByDefault: true,
    // A forged assertion is enough.
    causedBy: "anybody",
    // AWS records nothing but failures under this name.
    events: [consoleEvent("ExternalIdPDirectoryLogin")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      // AWS records the type Root and no name, whoever it was.
      headline: "External identity provider's sign-in — <externalIdpOutcome> <errorMessage> in <account> <errorCode>",
      onlyFormatted: ["errorMessage"],
      lines: ["eventName", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ExternalIdPDirectoryLogin",
      userIdentity: { type: "Root", principalId: "{account}", arn: "", accountId: "{account}" },
      responseElements: { ExternalIdPDirectoryLogin: "Failure" }
    })
  }
];

// src/catalog/kinds/unrecognized.ts
function unrecognizedKind(others) {
  return {
    name: "unrecognized-sign-in",
    title: "Any other record of AWS sign-in: something new",
    severity: "medium",
    onByDefault: true,
    // What AWS has not documented may be caused by an attempt.
    causedBy: "anybody",
    events: widest(subtract(signInRecords, unite(...others.map(({ events }) => events)))),
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Unrecognized sign-in event: <actor> <eventName> <signInOutcome><mfaCheckOutcome> <errorMessage> in <account> <errorCode>",
      // Which of them a record of whatever AWS adds has, nobody knows.
      actor: ["identityType", "userName", "identityArn", "principalId", "onBehalfOf", "invokedBy"],
      onlyFormatted: ["errorMessage"],
      lines: ["eventName", ...recordLines]
    },
    sample: consoleSample({
      eventName: "PasskeyLogin",
      userIdentity: identities.iamUser,
      responseElements: { PasskeyLogin: "Success" },
      additionalEventData: { MobileVersion: "No" }
    })
  };
}

// src/catalog/catalog.ts
var claimingKinds = [
  ...rootSignInKinds,
  ...rootCallKinds,
  ...consoleSignInKinds,
  ...federatedSignInKinds,
  ...signInSettingKinds,
  ...identityCenterKinds,
  ...otherSessionKinds,
  ...directEventKinds
];
var catalog = [...claimingKinds, unrecognizedKind(claimingKinds)];
function findKind(name) {
  return catalog.find((kind) => kind.name === name);
}
var forwarderPatterns = new Cache(200);
var names = new Names();

// src/catalog/actor.ts
var hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";
var session2 = /:assumed-role\/([^/]+)\/(.+)$/su;
var permissionSet = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/su;
var federated = /:federated-user\/(.+)$/su;
var user = /:user\/(?:.*\/)?([^/]+)$/su;
var nameOfSession = /^[^:]*:(.+)$/su;
function actorOf(event, shown2) {
  const detail = objectIn(event)["detail"];
  const at2 = (...path) => {
    const value = path.reduce((inner, name2) => objectIn(inner)[name2], detail);
    return typeof value === "string" && value !== "" ? value : void 0;
  };
  const of = (name2) => at2("userIdentity", name2);
  const arn2 = of("arn") ?? "";
  const [, role, roleSession] = session2.exec(arn2) ?? [];
  if (role !== void 0) {
    const [, set] = permissionSet.exec(role) ?? [];
    const by = set === void 0 ? `role ${shown2(role)}` : `permission set ${shown2(set)}`;
    return { name: shown2(roleSession ?? ""), by };
  }
  const [, federatedUser] = federated.exec(arn2) ?? [];
  const issuer2 = at2("userIdentity", "sessionContext", "sessionIssuer", "userName");
  if (federatedUser !== void 0) {
    const user2 = shown2(federatedUser);
    return { name: user2, ...issuer2 !== void 0 && { by: `federated by ${shown2(issuer2)}` } };
  }
  if (of("type") === "Root") return { name: "the root user" };
  const userName = of("userName") ?? at2("additionalEventData", "UserName");
  if (userName === hidden) return { name: "a user that does not exist" };
  if (userName !== void 0) {
    const provider = of("identityProvider");
    const name2 = shown2(userName);
    return { name: name2, ...provider !== void 0 && { by: `of ${shown2(provider)}` } };
  }
  const principal = of("principalId");
  const [, sessionName] = nameOfSession.exec(principal ?? "") ?? [];
  const name = sessionName ?? user.exec(arn2)?.[1] ?? (arn2 === "" ? void 0 : arn2) ?? at2("userIdentity", "onBehalfOf", "userId") ?? principal ?? of("invokedBy") ?? of("type");
  return name === void 0 ? void 0 : { name: shown2(name) };
}

// src/catalog/plain-value.ts
var unseen = new RegExp("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\\\]|(?! )\\p{Zs}", "gu");
var ordinary = /^[\w+=,.@:/-]*…?$/u;
function escaped(character) {
  switch (character) {
    case "\\":
      return "\\\\";
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "	":
      return "\\t";
    default: {
      const code = (character.codePointAt(0) ?? 0).toString(16);
      return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
    }
  }
}
function cut(text2, longest3, mark) {
  const characters = Array.from(text2.slice(0, 2 * longest3 + 2));
  if (characters.length <= longest3) return text2;
  return characters.slice(0, longest3 - mark.length).join("") + mark;
}
function jsonOf(value) {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return "not shown: nested too deep";
    throw error;
  }
}
function plainValue(value, longest3) {
  if (value === void 0 || value === null || value === "") return void 0;
  const text2 = typeof value === "string" ? value : jsonOf(value);
  const shown2 = cut(text2, longest3, "…").replace(unseen, escaped).replace(/:\/\//gu, "[:]//").replace(/\bwww\./giu, (word2) => `${word2.slice(0, -1)}[.]`);
  return cut(shown2, longest3, "…");
}
function wordOf(plain) {
  return ordinary.test(plain) ? plain : `"${plain.replaceAll('"', "'")}"`;
}
function asciiText(text2) {
  return text2.replaceAll("—", "-").replaceAll("…", "...").normalize("NFKD").replace(new RegExp("\\p{M}", "gu"), "").replace(/[^\x20-\x7e]/gu, "?");
}

// src/catalog/event-fields.ts
var accountFields = [
  "account",
  "envelopeAccount",
  "identityAccount",
  "optInAccount",
  "rootTarget",
  "federatedAccount"
];
var ownAccount = ["account", "envelopeAccount", "optInAccount"];
var mostOfName = 40;
var shortestName = 16;
function valueAt(event, path) {
  let value = event;
  for (const key of path.split(".").slice(1)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
    value = value[key];
  }
  return value;
}
function nameIn(value) {
  return typeof value === "string" ? arnOfName.exec(value)?.[1] ?? value : value;
}
function isAccountField(name) {
  return accountFields.includes(name);
}
var rootArn = /^arn:[^:]*:iam::(\d{12}):root$/u;
function accountIn(value) {
  return typeof value === "string" ? rootArn.exec(value)?.[1] ?? value : value;
}
var arnOfName = /^arn:[^/]+\/(?:.*\/)?([^/]+)$/u;
var EventFields = class _EventFields {
  constructor(event, names2, hasIds = true, hasRoles = true, longestName = mostOfName) {
    this.event = event;
    this.names = names2;
    this.hasIds = hasIds;
    this.hasRoles = hasRoles;
    this.longestName = longestName;
  }
  event;
  names;
  hasIds;
  hasRoles;
  longestName;
  /** The same, with the id of an account only where it has no name, and of ARNs what they name. */
  withoutIds() {
    return new _EventFields(this.event, this.names, false);
  }
  /**
   * The same without ids, and who acted by the name alone: without the role, or who gave the session.
   * @param longestName characters of an account's name
   */
  withoutRoles(longestName) {
    return new _EventFields(this.event, this.names, false, false, longestName);
  }
  /** The text of a field; undefined where the event has none. */
  text(name, longest3) {
    const found = valueAt(this.event, fields[name].path);
    const value = isAccountField(name) ? accountIn(found) : found;
    if (!isAccountField(name)) return plainValue(this.hasIds ? value : nameIn(value), longest3);
    const text2 = plainValue(value, Math.max(longest3, shortestName));
    if (text2 !== void 0) return this.named(text2, longest3);
    if (!ownAccount.includes(name)) return void 0;
    const own = plainValue(valueAt(this.event, fields.envelopeAccount.path), longest3);
    return own === void 0 ? void 0 : this.named(own, longest3);
  }
  /** The best name of who acted. */
  actor(longest3) {
    const shown2 = (name2) => wordOf(plainValue(name2, longest3) ?? "");
    const { name, by } = actorOf(this.event, shown2) ?? { name: "an unnamed identity" };
    return by === void 0 || !this.hasRoles ? name : `${name} (${by})`;
  }
  /** The text of a field if it can stand in an address of the web. */
  partOfLink(name) {
    const value = valueAt(this.event, fields[name].path);
    return typeof value === "string" && /^[\w-]{1,64}$/u.test(value) ? value : void 0;
  }
  /** The whole event as JSON. */
  json(longest3) {
    return plainValue(this.event, longest3) ?? "nothing";
  }
  named(id, longest3) {
    const name = Object.hasOwn(this.names, id) ? plainValue(this.names[id], Math.min(Math.max(longest3, shortestName), this.longestName)) : void 0;
    if (name === void 0) return wordOf(id);
    return this.hasIds ? `${name} (${id})` : name;
  }
};

// src/catalog/alert-kind.ts
var severities = ["info", "low", "medium", "high", "critical"];

// src/catalog/message.ts
var messageStyles = ["standard", "full"];
function isFieldName(name) {
  return name in fields;
}
function fieldsIn(text2) {
  return [...text2.matchAll(/<(\w+)>/g)].map(([, name]) => {
    if (name === void 0 || !isFieldName(name)) {
      throw new Error(`message shows <${name ?? ""}>, which is no field of the catalog`);
    }
    return name;
  });
}
function eventLink(partition, region, id) {
  return `https://<${region}>.${consoleDomain(partition)}/cloudtrailv2/home?region=<${region}>#/events/<${id}>`;
}
function hasField(kind, name) {
  const value = fields[name].path.split(".").slice(1).reduce(
    (json, key) => typeof json === "object" && json !== null && !Array.isArray(json) ? json[key] : void 0,
    kind.sample
  );
  return value !== void 0 && value !== null && value !== "";
}
function linesOf(kind, style) {
  const { lines } = kind.message;
  if (style === "standard") return lines;
  return [...lines, ...fullLines.filter((name) => !lines.includes(name) && hasField(kind, name))];
}
function headlineOf({ headline, actor: actor2 = [] }) {
  return headline.replace("<actor>", actor2.map((name) => `<${name}>`).join(" "));
}
function messageText(kind, { partition, style = "standard" }) {
  const lines = linesOf(kind, style).map((name) => `${fields[name].label}: <${name}>`);
  return [
    headlineOf(kind.message),
    // Empty, unless the event is replayed: EventBridge writes nothing for what is absent.
    "<replayName>",
    `Alert: ${kind.name} (${kind.severity})`,
    ...kind.note === void 0 ? [] : [`Note: ${kind.note}`],
    ...lines,
    ...kind.message.lines.includes("eventId") ? [`Open in CloudTrail: ${eventLink(partition, "region", "eventId")}`] : [],
    ""
  ].join("\n");
}

// src/catalog/note.ts
var longestNote = 200;
var noteForm = `1 to ${longestNote} characters on one line, without " \\ < > { }`;
var unseen2 = new RegExp("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]|(?! )\\p{Zs}", "u");
var ofTemplates = /["\\<>{}]/u;
function noteProblem(note) {
  const length = Array.from(note).length;
  if (note.trim() === "") return "the note is empty";
  if (length > longestNote) return `the note has ${length} characters`;
  if (unseen2.test(note)) return "the note has a character that nobody sees, such as a line break";
  const [found] = ofTemplates.exec(note) ?? [];
  return found === void 0 ? void 0 : `the note has a ${found}, which would break the template of the message`;
}

// src/catalog/formatter-input.ts
function oneOf(allowed, value) {
  return allowed.find((each) => each === value);
}
function nameIn2(value) {
  return typeof value === "string" && /^[a-z0-9-]{1,64}$/u.test(value) ? value : void 0;
}
function readFormatterInput(input) {
  const given = typeof input === "object" && input !== null ? { ...input } : {};
  const { kind, severity, style, note, event } = given;
  const name = nameIn2(kind) ?? "unknown";
  return {
    kind: name,
    wordsOf: nameIn2(given["wordsOf"]) ?? name,
    severity: oneOf(severities, severity),
    style: oneOf(messageStyles, style) ?? "standard",
    note: typeof note === "string" && noteProblem(note) === void 0 ? note : void 0,
    event: "event" in given ? event : input
  };
}

// src/catalog/formatted-message.ts
var longestSubject = 99;
var longest = { text: 400, event: 4e3 };
var subjectWidths = [64, 48, 32, 24, 16, 10];
var accountWidths = [40, 32, 24, 16];
var shortestWithRoles = 32;
var unknownLines = [
  "eventName",
  "identityType",
  "identityArn",
  "account",
  "region",
  "time",
  "sourceIp",
  "eventId"
];
function kindOf({ kind: name, wordsOf, severity, note }) {
  const known = findKind(wordsOf);
  const noted = note === void 0 ? {} : { note };
  if (known) {
    const kind2 = { ...known, name, severity: severity ?? known.severity, ...noted };
    return { kind: kind2, isKnown: true };
  }
  const message = {
    headline: "Unknown kind of event in <account>: <eventName> by <actor>",
    lines: unknownLines
  };
  const sample = { source: "", "detail-type": "", detail: {} };
  const kind = { name, severity: severity ?? "high", message, sample, ...noted };
  return { kind, isKnown: false };
}
var placeholderGroups = /(: | — )?(<\w+>(?: ?<\w+>)*)/gu;
function sentence(template, values2, longestValue) {
  return template.split("<actor>").map((part, i) => filled(part, values2, longestValue, i > 0)).join(values2.actor(longestValue)).replace(/ {2,}/gu, " ").trimEnd();
}
function filled(template, values2, longestValue, isContinued) {
  return template.replace(
    placeholderGroups,
    (...found) => {
      const [, before, placeholders, offset] = found;
      const texts = fieldsIn(placeholders).flatMap((name) => {
        const text2 = values2.text(name, longestValue);
        if (isAccountField(name)) {
          return text2 ?? (name === "federatedAccount" ? [] : "an unknown account");
        }
        return text2 === void 0 ? [] : wordOf(text2);
      });
      if (offset === 0 && !isContinued && texts.length === 0) return "Sign-in event";
      if (before === void 0) return texts.join(" ");
      return before + (texts.length === 0 ? "not recorded" : texts.join(" "));
    }
  );
}
function subjectOf({ severity, message }, values2) {
  const template = message.headline.replace(" — ", ": ");
  const mark = values2.text("replayName", longest.text) === void 0 ? "" : "[replay] ";
  const subject = (shown2, width) => asciiText(`${mark}[${severity}] ${sentence(template, shown2, width)}`);
  const [widest2] = subjectWidths;
  const subjects = [
    subject(values2, widest2),
    ...subjectWidths.filter((width) => width >= shortestWithRoles).map((width) => subject(values2.withoutIds(), width)),
    ...subjectWidths.flatMap(
      (width) => accountWidths.map((longestName) => subject(values2.withoutRoles(longestName), width))
    )
  ];
  const fitting = subjects.find(({ length }) => length <= longestSubject);
  return fitting ?? cut(subjects.at(-1) ?? "", longestSubject, "...");
}
function line(template, values2) {
  const names2 = fieldsIn(template);
  const isLink = template.includes("https://");
  const texts = new Map(
    names2.map((name) => [name, isLink ? values2.partOfLink(name) : values2.text(name, longest.text)])
  );
  if ([...texts.values()].includes(void 0)) return void 0;
  return template.replace(/<(\w+)>/gu, (_, name) => texts.get(name) ?? "");
}
function withReason(headline, templates) {
  const reasons = ["errorCode", "errorMessage"].filter((name) => ![headline, ...templates].some((each) => each.includes(`<${name}>`))).map((name) => `${fields[name].label}: <${name}>`);
  const link = templates.findIndex((template) => template.includes("https://"));
  return templates.toSpliced(link < 0 ? templates.length : link, 0, ...reasons);
}
function formattedMessage(input, { partition, accountNames: accountNames2 }) {
  const given = readFormatterInput(input);
  const { kind, isKnown } = kindOf(given);
  const values2 = new EventFields(given.event, accountNames2);
  const { headline } = kind.message;
  const [, , ...templates] = messageText(kind, { partition, style: given.style }).split("\n");
  const lines = withReason(headline, templates).flatMap((template) => line(template, values2) ?? []);
  return {
    subject: subjectOf(kind, values2),
    text: [
      sentence(headline, values2, longest.text),
      line(`${fields.replayName.label}: <replayName>`, values2) ?? "",
      ...lines,
      ...isKnown ? [] : [`Event as JSON: ${values2.json(longest.event)}`, ""]
    ].join("\n"),
    kind: kind.name,
    severity: kind.severity
  };
}

// src/catalog/json-message.ts
var jsonProtocols = ["https", "lambda", "sqs"];
var longest2 = 400;
function deduplicationKey(kind, wordsOf, { account, eventId }) {
  const isOpen = findKind(wordsOf)?.causedBy === "anybody";
  return `signin-alerts/${kind}/${(isOpen ? account : eventId) ?? "unknown"}`;
}
function detailsOf(text2) {
  const lines = text2.split("\n").slice(1);
  return Object.fromEntries(
    lines.flatMap((line2) => {
      const [label = "", ...value] = line2.split(": ");
      return value.length === 0 ? [] : [[label, value.join(": ")]];
    })
  );
}
function jsonMessage(message, input, { accountNames: accountNames2 }) {
  const given = readFormatterInput(input);
  const values2 = new EventFields(given.event, {});
  const { kind, severity, subject, text: text2 } = message;
  const shown2 = values2.text("account", longest2);
  const account = shown2 !== void 0 && /^\d{12}$/u.test(shown2) ? shown2 : void 0;
  const accountName = account !== void 0 && Object.hasOwn(accountNames2, account) ? plainValue(accountNames2[account], longest2) : void 0;
  const first = (...names2) => names2.map((name) => values2.text(name, longest2)).find((value) => value !== void 0);
  const region = first("region", "optInRegion", "envelopeRegion");
  const time = first("time", "envelopeTime");
  const eventId = values2.partOfLink("eventId") ?? values2.partOfLink("envelopeId");
  const replay = values2.text("replayName", longest2);
  const known = {
    ...account !== void 0 && { account },
    ...accountName !== void 0 && { accountName },
    ...region !== void 0 && { region },
    ...time !== void 0 && { time },
    ...eventId !== void 0 && { eventId },
    ...replay !== void 0 && { replay }
  };
  return {
    version: 1,
    deduplicationKey: deduplicationKey(kind, given.wordsOf, known),
    kind,
    severity,
    subject,
    text: text2,
    ...known,
    details: detailsOf(text2)
  };
}
function messageByProtocol(text2, json, protocols) {
  const written = JSON.stringify(json);
  return JSON.stringify({
    default: text2,
    ...Object.fromEntries(protocols.map((protocol) => [protocol, written]))
  });
}
function jsonProtocolsIn(list) {
  const named = (list ?? "").split(",");
  return jsonProtocols.filter((protocol) => named.includes(protocol));
}

// modules/alert-formatter/function/handler.ts
var client = new import_client_sns.SNSClient({});
function readAccountNames() {
  try {
    return JSON.parse((0, import_node_fs.readFileSync)((0, import_node_path.join)(__dirname, "accounts.json"), "utf8"));
  } catch (error) {
    console.error("accounts.json cannot be read: accounts are told by id", error);
    return {};
  }
}
var accountNames = readAccountNames();
async function handler(input) {
  const topicArn = process.env["TOPIC_ARN"] ?? "";
  const topic = parseArn(topicArn);
  const partition = partitions.find((each) => each === topic?.partition) ?? "aws";
  const context = { partition, accountNames };
  const message = formattedMessage(input, context);
  const { subject, text: text2, kind, severity } = message;
  const protocols = jsonProtocolsIn(process.env["JSON_PROTOCOLS"]);
  await client.send(
    new import_client_sns.PublishCommand({
      TopicArn: topicArn,
      Subject: subject,
      ...protocols.length === 0 ? { Message: text2 } : {
        Message: messageByProtocol(text2, jsonMessage(message, input, context), protocols),
        MessageStructure: "json"
      },
      MessageAttributes: {
        kind: { DataType: "String", StringValue: kind },
        severity: { DataType: "String", StringValue: severity }
      }
    })
  );
}
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  handler
});
