const nanosecond = 1;
const microsecond = 1000 * nanosecond;
const units: ReadonlyMap<string, number> = new Map([
  ["ns", nanosecond],
  ["us", microsecond],
  ["\u00b5s", microsecond],
  ["\u03bcs", microsecond],
  ["ms", 1000 * microsecond],
  ["s", 1e6 * microsecond],
  ["m", 60e6 * microsecond],
  ["h", 3600e6 * microsecond],
]);

const DURATION = /^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/u;
const PART = /(?<number>[\d.]+)(?<unit>[^\d.]+)/gu;

/** Nanoseconds that are more than the provider can count. */
const TOO_LONG = 2 ** 63;

/**
 * Whether a text is a duration to the provider, such as `1h30m`.
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function isDuration(text: string): boolean {
  if (!DURATION.test(text)) return false;
  const parts = [...text.matchAll(PART)].map(
    ({ groups = {} }) => Number(groups["number"]) * (units.get(groups["unit"] ?? "") ?? 0),
  );
  return parts.reduce((sum, part) => sum + part, 0) < TOO_LONG;
}
