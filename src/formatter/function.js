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
function comparable(text2) {
  return typeof text2 === "string" ? [{ form: "exact", text: text2 }] : text2.texts.map((each) => ({ form: text2.form, text: each }));
}
function asWildcard({ form, text: text2 }) {
  if (form === "wildcard") return text2;
  const plain = text2.replace(/[\\*]/g, "\\$&");
  return `${form === "suffix" ? "*" : ""}${plain}${form === "prefix" ? "*" : ""}`;
}
function fits(text2, value) {
  return comparable(text2).some((each) => {
    const pieces = parseWildcard(asWildcard(each));
    return typeof pieces !== "string" && fitsWildcard(value, pieces);
  });
}
var contains = {
  prefix: (text2, part) => text2.startsWith(part),
  suffix: (text2, part) => text2.endsWith(part),
  wildcard: (text2, part) => text2 === part
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
function addressText(address) {
  return address.endsWith(".") ? beginningWith(address) : address;
}
function without(texts, taken) {
  return taken.reduce((left, each) => left.flatMap((text2) => difference(text2, each)), texts);
}
function shared(texts, others) {
  return texts.flatMap(
    (text2) => others.flatMap((other) => {
      if (covers(other, text2)) return [text2];
      if (covers(text2, other)) return [other];
      return mayOverlap(text2, other) ? refuse(text2, other) : [];
    })
  );
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
  const isAmong = (text2, values2) => values2.some((each) => covers(each, text2));
  if (a.negated) return b.negated && b.values.every((text2) => isAmong(text2, a.values));
  if (!b.negated) return a.values.every((text2) => isAmong(text2, b.values));
  return !a.values.some((one) => b.values.some((other) => one === other || mayOverlap(one, other)));
}
function isEmpty({ values: values2, negated, absent }) {
  return !negated && !absent && values2.length === 0;
}
function isAnything({ values: values2, negated, absent }) {
  return negated && absent && values2.length === 0;
}
function sameCondition(a, b) {
  return a.negated === b.negated && a.absent === b.absent && a.values.join("\0") === b.values.join("\0");
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
  const address = parseIpAddress(base);
  if (address === void 0) return "not an address, a slash and the number of mask bits";
  const length = Number(mask);
  if (length >= address.bits) return `mask bits must be below ${address.bits}`;
  const shift = BigInt(address.bits - length);
  const network = address.value >> shift;
  if (network << shift !== address.value) return "the address has bits set below the mask";
  return { bits: address.bits, shift, network };
}
function isInBlock(text2, block) {
  const address = parseIpAddress(text2);
  return address?.bits === block.bits && address.value >> block.shift === block.network;
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
function intersectBoxes(a, b) {
  const both = fieldsOf(a, b).map(
    (field2) => [field2, intersection(at(a, field2), at(b, field2))]
  );
  return both.some(([, condition2]) => isEmpty(condition2)) ? void 0 : Object.fromEntries(both);
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
function merge(a, b) {
  const different = fieldsOf(a, b).filter((field3) => !sameCondition(at(a, field3), at(b, field3)));
  const [field2] = different;
  if (field2 === void 0) return a;
  if (different.length === 1) {
    return { ...a, [field2]: union(at(a, field2), at(b, field2)) };
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
  for (let i = 0; i < boxes.length; i++) {
    for (let j = i + 1; j < boxes.length; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      const merged = a && b && merge(a, b);
      if (merged) return simplify([...boxes.filter((_, k) => k !== i && k !== j), merged]);
    }
  }
  return boxes;
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
function field(label, path) {
  return { label, path };
}
var fields = {
  account: field("Account", "$.detail.recipientAccountId"),
  region: field("Region", "$.detail.awsRegion"),
  time: field("Time (UTC)", "$.detail.eventTime"),
  sourceIp: field("Source IP", "$.detail.sourceIPAddress"),
  eventName: field("Event", "$.detail.eventName"),
  eventId: field("Event ID", "$.detail.eventID"),
  identityType: field("Identity type", "$.detail.userIdentity.type"),
  identityArn: field("Identity", "$.detail.userIdentity.arn"),
  identityAccount: field("Identity's account", "$.detail.userIdentity.accountId"),
  userName: field("User", "$.detail.userIdentity.userName"),
  principalId: field("Principal ID", "$.detail.userIdentity.principalId"),
  accessKeyId: field("Access key ID", "$.detail.userIdentity.accessKeyId"),
  mfaOfSession: field(
    "MFA in session",
    "$.detail.userIdentity.sessionContext.attributes.mfaAuthenticated"
  ),
  errorCode: field("Error", "$.detail.errorCode"),
  errorMessage: field("Error message", "$.detail.errorMessage"),
  eventType: field("Event type", "$.detail.eventType"),
  eventSource: field("Event source", "$.detail.eventSource"),
  userAgent: field("User agent", "$.detail.userAgent"),
  responseElements: field("Response elements", "$.detail.responseElements"),
  additionalEventData: field("Additional event data", "$.detail.additionalEventData"),
  requestedUser: field("Of user", "$.detail.requestParameters.userName"),
  rootTarget: field("Target", "$.detail.requestParameters.targetPrincipal"),
  credentialType: field("Credential type", "$.detail.additionalEventData.CredentialType"),
  workflowId: field("Sign-in workflow", "$.detail.additionalEventData.AuthWorkflowID"),
  recoveryRequested: field("Outcome", "$.detail.responseElements.PasswordRecoveryRequested"),
  recoveryCompleted: field("Outcome", "$.detail.responseElements.PasswordRecoveryCompleted"),
  emailUpdated: field("Outcome", "$.detail.responseElements.EmailUpdated"),
  passwordUpdated: field("Outcome", "$.detail.responseElements.PasswordUpdated"),
  switchOutcome: field("Outcome", "$.detail.responseElements.SwitchRole"),
  exitOutcome: field("Outcome", "$.detail.responseElements.ExitRole"),
  renewOutcome: field("Outcome", "$.detail.responseElements.RenewRole"),
  tokenOutcome: field("Outcome", "$.detail.responseElements.GetSigninToken"),
  authenticationOutcome: field("Outcome", "$.detail.serviceEventDetails.UserAuthentication"),
  challengeOutcome: field("Outcome", "$.detail.serviceEventDetails.CredentialChallenge"),
  verificationOutcome: field("Outcome", "$.detail.serviceEventDetails.CredentialVerification"),
  optInAccount: field("Account", "$.detail.accountId"),
  optInRegion: field("Region", "$.detail.regionName"),
  optInStatus: field("Status", "$.detail.status"),
  signInOutcome: field("Outcome", "$.detail.responseElements.ConsoleLogin"),
  mfaUsed: field("MFA used", "$.detail.additionalEventData.MFAUsed"),
  mfaType: field("MFA type", "$.detail.additionalEventData.MfaType"),
  envelopeAccount: field("Account", "$.account"),
  envelopeRegion: field("Region", "$.region"),
  envelopeTime: field("Time (UTC)", "$.time"),
  envelopeId: field("Event ID", "$.id")
};
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
var success = {
  ...consoleEvent("ConsoleLogin"),
  "detail.responseElements.ConsoleLogin": is("Success")
};
var consoleSignInKinds = [
  {
    name: "failed-sign-in",
    title: "Sign-in failed: wrong password, wrong MFA code or unknown user",
    severity: "high",
    onByDefault: true,
    events: [
      {
        ...consoleEvent("ConsoleLogin"),
        "detail.userIdentity.type": isNot("Root"),
        "detail.responseElements.ConsoleLogin": is("Failure")
      },
      { ...consoleEvent("CheckMfa"), "detail.responseElements.CheckMfa": is("Failure") }
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Sign-in to <account> failed — <identityType> <userName> <principalId> <errorMessage>",
      lines: ["eventName", "identityType", ...recordLines]
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
    name: "iam-user-sign-in-without-mfa",
    title: "IAM user signed in without MFA",
    severity: "high",
    onByDefault: true,
    events: [
      {
        ...success,
        "detail.userIdentity.type": is("IAMUser"),
        "detail.additionalEventData.MFAUsed": isNotOrAbsent("Yes")
      }
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "IAM user <userName> signed in to <account> without MFA — Success",
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
    events: [
      {
        ...success,
        "detail.userIdentity.type": is("IAMUser"),
        "detail.additionalEventData.MFAUsed": is("Yes")
      }
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "IAM user <userName> signed in to <account> — Success, MFA used",
      lines: ["userName", "identityArn", "mfaUsed", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.iamUser,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "Yes" }
    })
  },
  {
    name: "federated-sign-in",
    title: "Federated user or role signed in, such as through single sign-on",
    severity: "low",
    onByDefault: true,
    events: [{ ...success, "detail.userIdentity.type": isNot("Root", "IAMUser") }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      // MFA happens at the identity provider: AWS records MFAUsed "No" for everybody here.
      headline: "Federated sign-in to <account> — Success",
      lines: ["identityType", "identityArn", ...recordLines]
    },
    sample: consoleSample({
      eventName: "ConsoleLogin",
      userIdentity: identities.federated,
      responseElements: { ConsoleLogin: "Success" },
      additionalEventData: { MobileVersion: "No", MFAUsed: "No" }
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

// src/catalog/kinds/other-sessions.ts
var otherSessionKinds = [
  {
    name: "role-switch",
    title: "Role switched, left or renewed in the console",
    severity: "low",
    onByDefault: false,
    events: [consoleEvent("SwitchRole", "ExitRole", "RenewRole")],
    readOnly: false,
    recordedIn: "every-region",
    withoutSessionIssuer: true,
    message: {
      headline: "<eventName> in <account> — <switchOutcome><exitOutcome><renewOutcome>",
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
    events: [consoleEvent("GetSigninToken")],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Sign-in token issued in <account> — <tokenOutcome>",
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
    title: "Console asked an IAM user for an MFA code",
    severity: "info",
    onByDefault: false,
    events: [{ ...consoleEvent("CheckMfa"), "detail.responseElements.CheckMfa": is("Success") }],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      // Says only that the user exists and has MFA: the same whether the code was right or wrong.
      headline: "IAM user <userName> was asked for an MFA code in <account>",
      lines: ["userName", "mfaType", ...recordLines]
    },
    sample: consoleSample({
      eventName: "CheckMfa",
      userIdentity: identities.failingIamUser,
      responseElements: { CheckMfa: "Success" },
      additionalEventData: { MfaType: "Virtual MFA" }
    })
  },
  {
    name: "identity-center-sign-in",
    title: "IAM Identity Center sign-in; also WorkSpaces and Transfer Family web apps",
    severity: "low",
    onByDefault: false,
    events: [
      recordsOf(
        "aws.signin",
        "service",
        "UserAuthentication",
        "CredentialChallenge",
        "CredentialVerification"
      )
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Identity Center of <account>: <eventName> — <authenticationOutcome><challengeOutcome><verificationOutcome>",
      lines: ["eventName", "credentialType", "workflowId", ...recordLines]
    },
    sample: recordSample("aws.signin", "service", {
      eventName: "CredentialVerification",
      userIdentity: {
        type: "IdentityCenterUser",
        accountId: "{account}",
        onBehalfOf: {
          userId: "90679a2f8e-1c2d3e4f-0000-4000-8000-000000000001",
          identityStoreArn: "arn:{partition}:identitystore::{account}:identitystore/d-1234567890"
        }
      },
      additionalEventData: {
        AuthWorkflowID: "8b1d6c7e-5a4f-4e3d-9c2b-1a0f9e8d7c6b",
        CredentialType: "TOTP"
      },
      serviceEventDetails: { CredentialVerification: "Success" }
    })
  },
  {
    name: "cli-sign-in",
    title: "Console credentials used on a command line (aws login) or by an agent",
    severity: "low",
    onByDefault: false,
    events: [recordsOf("aws.signin", "api", "CreateOAuth2Token", "AuthorizeOAuth2Access")],
    readOnly: true,
    recordedIn: "every-region",
    message: {
      headline: "Command-line sign-in to <account>: <eventName> <errorCode>",
      lines: ["eventName", "identityType", "identityArn", ...recordLines]
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

// src/catalog/kinds/root.ts
var rootKinds = [
  {
    name: "root-sign-in",
    title: "Root user signed in, or tried to",
    severity: "critical",
    onByDefault: true,
    events: [{ ...consoleEvent("ConsoleLogin"), "detail.userIdentity.type": is("Root") }],
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
    name: "root-recovery",
    title: "Root user's password was recovered, or its password or e-mail address updated",
    severity: "critical",
    onByDefault: true,
    events: [
      {
        ...consoleEvent(
          "PasswordRecoveryRequested",
          "PasswordRecoveryCompleted",
          "EmailUpdated",
          "PasswordUpdated"
        ),
        "detail.userIdentity.type": is("Root")
      }
    ],
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Root user of <account>: <eventName> — <recoveryRequested><recoveryCompleted><emailUpdated><passwordUpdated>",
      lines: ["eventName", "identityType", ...recordLines]
    },
    sample: consoleSample({
      eventName: "PasswordRecoveryRequested",
      userIdentity: identities.root,
      responseElements: { PasswordRecoveryRequested: "Success" }
    })
  },
  {
    name: "root-credential-change",
    title: "Root user's MFA device, password, access key or certificate was changed",
    severity: "critical",
    onByDefault: true,
    events: [
      {
        ...recordsOf(
          "aws.iam",
          "api",
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
        ),
        "detail.userIdentity.type": is("Root")
      }
    ],
    readOnly: false,
    recordedIn: "global-region",
    message: {
      headline: "Root user of <account> changed credentials: <eventName> <requestedUser> <errorCode>",
      lines: ["eventName", "identityArn", "mfaOfSession", ...recordLines]
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
    events: [recordsOf("aws.sts", "api", "AssumeRoot")],
    readOnly: "unknown",
    recordedIn: "every-region",
    message: {
      headline: "Central root access to <rootTarget> asked for by <principalId> <errorCode>",
      lines: ["eventName", "identityType", "identityAccount", "principalId", ...recordLines]
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
  }
];

// src/catalog/kinds/unrecognized.ts
function unrecognizedKind(others) {
  return {
    name: "unrecognized-sign-in",
    title: "Any other record of AWS sign-in: something new",
    severity: "medium",
    onByDefault: true,
    events: subtract(signInRecords, unite(...others.map(({ events }) => events))),
    readOnly: false,
    recordedIn: "every-region",
    message: {
      headline: "Unrecognized sign-in event in <account>: <eventName> <identityType>",
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
  ...rootKinds,
  ...consoleSignInKinds,
  ...otherSessionKinds,
  ...directEventKinds
];
var catalog = [...claimingKinds, unrecognizedKind(claimingKinds)];
function findKind(name) {
  return catalog.find((kind) => kind.name === name);
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
function cut(text2, longest2, mark) {
  const characters = Array.from(text2.slice(0, 2 * longest2 + 2));
  if (characters.length <= longest2) return text2;
  return characters.slice(0, longest2 - mark.length).join("") + mark;
}
function jsonOf(value) {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return "not shown: nested too deep";
    throw error;
  }
}
function plainValue(value, longest2) {
  if (value === void 0 || value === null || value === "") return void 0;
  const text2 = typeof value === "string" ? value : jsonOf(value);
  const shown2 = cut(text2, longest2, "…").replace(unseen, escaped).replace(/:\/\//gu, "[:]//").replace(/\bwww\./giu, (word) => `${word.slice(0, -1)}[.]`);
  return cut(shown2, longest2, "…");
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
  "rootTarget"
];
var ownAccount = ["account", "envelopeAccount", "optInAccount"];
var longestName = 40;
function valueAt(event, path) {
  let value = event;
  for (const key of path.split(".").slice(1)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
    value = value[key];
  }
  return value;
}
function isAccountField(name) {
  return accountFields.includes(name);
}
var EventFields = class {
  constructor(event, names) {
    this.event = event;
    this.names = names;
  }
  event;
  names;
  /** The text of a field; undefined where the event has none. */
  text(name, longest2) {
    const text2 = plainValue(valueAt(this.event, fields[name].path), longest2);
    if (!isAccountField(name)) return text2;
    if (text2 !== void 0) return this.named(text2, longest2);
    if (!ownAccount.includes(name)) return void 0;
    const own = plainValue(valueAt(this.event, fields.envelopeAccount.path), longest2);
    return own === void 0 ? void 0 : this.named(own, longest2);
  }
  /** The text of a field if it can stand in an address of the web. */
  partOfLink(name) {
    const value = valueAt(this.event, fields[name].path);
    return typeof value === "string" && /^[\w-]{1,64}$/u.test(value) ? value : void 0;
  }
  /** The whole event as JSON. */
  json(longest2) {
    return plainValue(this.event, longest2) ?? "nothing";
  }
  named(id, longest2) {
    const name = Object.hasOwn(this.names, id) ? plainValue(this.names[id], Math.min(longest2, longestName)) : void 0;
    return name === void 0 ? wordOf(id) : `${name} (${id})`;
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
function messageText(kind, { partition, style = "standard" }) {
  const lines = linesOf(kind, style).map((name) => `${fields[name].label}: <${name}>`);
  return [
    kind.message.headline,
    "",
    `Alert: ${kind.name} (${kind.severity})`,
    ...lines,
    ...kind.message.lines.includes("eventId") ? [`Open in CloudTrail: ${eventLink(partition, "region", "eventId")}`] : [],
    ""
  ].join("\n");
}

// src/catalog/formatter-input.ts
function oneOf(allowed, value) {
  return allowed.find((each) => each === value);
}
function readFormatterInput(input) {
  const given = typeof input === "object" && input !== null ? { ...input } : {};
  const { kind, severity, style, event } = given;
  return {
    kind: typeof kind === "string" && /^[a-z0-9-]{1,64}$/u.test(kind) ? kind : "unknown",
    severity: oneOf(severities, severity),
    style: oneOf(messageStyles, style) ?? "standard",
    event: "event" in given ? event : input
  };
}

// src/catalog/formatted-message.ts
var longestSubject = 99;
var longest = { text: 400, event: 4e3 };
var subjectWidths = [64, 32, 16];
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
function kindOf({ kind: name, severity }) {
  const known = findKind(name);
  if (known) return { kind: { ...known, severity: severity ?? known.severity }, isKnown: true };
  const message = {
    headline: "Sign-in event of an unknown kind in <account>: <eventName>",
    lines: unknownLines
  };
  const sample = { source: "", "detail-type": "", detail: {} };
  return { kind: { name, severity: severity ?? "high", message, sample }, isKnown: false };
}
var placeholderGroups = /(: | — )?((?:<\w+>)+)/gu;
function sentence(template, values2, longestValue) {
  return template.replace(placeholderGroups, (...found) => {
    const [, before, placeholders, offset] = found;
    const texts = fieldsIn(placeholders).flatMap((name) => {
      const text2 = values2.text(name, longestValue);
      if (isAccountField(name)) return text2 ?? "an unknown account";
      return text2 === void 0 ? [] : wordOf(text2);
    });
    if (offset === 0 && texts.length === 0) return "Sign-in event";
    if (before === void 0) return texts.join("");
    return before + (texts.length === 0 ? "not recorded" : texts.join(""));
  }).replace(/ {2,}/gu, " ").trimEnd();
}
function subjectOf({ severity, message }, values2) {
  const template = message.headline.replace(" — ", ": ");
  const subjects = subjectWidths.map(
    (width) => asciiText(`[${severity}] ${sentence(template, values2, width)}`)
  );
  const fitting = subjects.find(({ length }) => length <= longestSubject);
  return fitting ?? cut(subjects.at(-1) ?? "", longestSubject, "...");
}
function line(template, values2) {
  const names = fieldsIn(template);
  const isLink = template.includes("https://");
  const texts = new Map(
    names.map((name) => [name, isLink ? values2.partOfLink(name) : values2.text(name, longest.text)])
  );
  if ([...texts.values()].includes(void 0)) return void 0;
  return template.replace(/<(\w+)>/gu, (_, name) => texts.get(name) ?? "");
}
function formattedMessage(input, { partition, accountNames: accountNames2 }) {
  const given = readFormatterInput(input);
  const { kind, isKnown } = kindOf(given);
  const values2 = new EventFields(given.event, accountNames2);
  const { headline } = kind.message;
  const [, ...templates] = messageText(kind, { partition, style: given.style }).split("\n");
  const lines = templates.flatMap((template) => line(template, values2) ?? []);
  return {
    subject: subjectOf(kind, values2),
    text: [
      sentence(headline, values2, longest.text),
      ...lines,
      ...isKnown ? [] : [`Event: ${values2.json(longest.event)}`, ""]
    ].join("\n"),
    kind: kind.name,
    severity: kind.severity
  };
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
  const { subject, text: text2, kind, severity } = formattedMessage(input, { partition, accountNames });
  await client.send(
    new import_client_sns.PublishCommand({
      TopicArn: topicArn,
      Subject: subject,
      Message: text2,
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
