/** A time that a person gives. */
export interface Time {
  /** ISO 8601 in UTC, to the second, such as `2026-11-20T08:00:00Z`. */
  readonly utc: string;
}

const form =
  /^(?<minute>\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(?<second>\d{2}))?(?<zone>Z|[+-]\d{2}:\d{2})?$/u;

/** The time of an option, or what is wrong with it. */
export function timeIn(option: string, text: string): Time | { readonly problem: string } {
  const { minute, second = "00", zone } = form.exec(text)?.groups ?? {};
  if (minute === undefined) {
    return { problem: `${option} must be a time such as 2026-11-20T08:00:00Z, not ${text}` };
  }
  const clock = `${minute}:${second}`;
  if (zone === undefined) {
    return { problem: `${option} ${text} has no time zone; write ${text}Z for UTC` };
  }
  // What the calendar has not, JavaScript takes for another day.
  const isReal = iso(`${clock}Z`) === `${clock}Z`;
  const utc = isReal ? iso(`${clock}${zone}`) : undefined;
  return utc === undefined || !/^\d{4}-/u.test(utc)
    ? { problem: `${option} ${text} does not exist in the calendar` }
    : { utc };
}

function iso(text: string): string | undefined {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(".000Z", "Z");
}
