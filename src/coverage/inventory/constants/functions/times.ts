import type { Constant } from "../constant";
import { refuse } from "../refusal";
import { ofTexts, type Functions } from "./functions";

const TIME =
  /^\d{4}-(?<month>\d{2})-(?<day>\d{2})T(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})(?:[.,]\d+)?(?:Z|[+-](?<offset>\d{2}):[0-5]\d)$/u;
const DURATION = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/u;

function refuseTime(text: string): void {
  const { month, day, hour, minute, second, offset = "0" } = TIME.exec(text)?.groups ?? {};
  const isWithin = (part: string | undefined, from: number, to: number): boolean =>
    Number(part) >= from && Number(part) <= to;
  const isRight =
    isWithin(month, 1, 12) &&
    isWithin(day, 1, daysOf(text)) &&
    isWithin(hour, 0, 23) &&
    isWithin(minute, 0, 59) &&
    isWithin(second, 0, 59) &&
    isWithin(offset, 0, 23);
  if (!isRight) refuse("the time is not one such as 2026-01-31T12:00:00Z");
}

const PART = /'(?:[^']|'')*'|(?<letter>[A-Za-z])\k<letter>*|[^A-Za-z']/gu;
const verbs: ReadonlySet<string> = new Set(
  "YYYY YY MMMM MMM MM M DD D EEEE EEE hh h HH H AA aa mm m ss s ZZZZZ ZZZZ ZZZ Z".split(" "),
);

function refuseFormat(format: string): void {
  const parts = format.match(PART) ?? [];
  if (parts.join("") !== format) refuse("a quotation in the format does not end");
  const wrong = parts.find((part) => /^[A-Za-z]/u.test(part) && !verbs.has(part));
  if (wrong !== undefined)
    refuse("the format has letters that are none of its verbs, such as YYYY");
}

function daysOf(text: string): number {
  const [year = "", month = ""] = text.split("-");
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

function moved(time: string, duration: string): Constant {
  refuseTime(time);
  return DURATION.test(duration) ? undefined : refuse("the duration is not one such as 1h30m");
}

/** Functions of times: whether they are right, not what they make. */
export const times: Functions = new Map([
  [
    "formatdate",
    ofTexts((format, time) => {
      refuseFormat(format);
      refuseTime(time);
      return undefined;
    }),
  ],
  ["timeadd", ofTexts(moved)],
  [
    "timecmp",
    ofTexts((one, other) => {
      refuseTime(one);
      refuseTime(other);
      return one === other ? 0 : undefined;
    }),
  ],
]);
