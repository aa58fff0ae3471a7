import { severities, type Severity } from "../../catalog";
import type { BacktestResult } from "../backtest-result";

/** Alerts of a day, or of a month where there are many days. */
export interface Period {
  /** `2026-11-20` or `2026-11`. */
  readonly name: string;
  readonly alerts: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

const mostDays = 62;
const mostMonths = 240;
const millisecondsOfDay = 86_400_000;

/** Every name from the first to the last; those that have something alone where there are too many. */
function namesBetween(first: string, last: string, used: readonly string[]): readonly string[] {
  const [begin, end] = [Date.parse(first), Date.parse(last)];
  const days = (end - begin) / millisecondsOfDay + 1;
  if (days <= mostDays) {
    return Array.from({ length: days }, (_, i) =>
      new Date(begin + i * millisecondsOfDay).toISOString().slice(0, 10),
    );
  }
  const months = [...new Set(used.map((day) => day.slice(0, 7)))];
  if (days > mostMonths * 31) return months;
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7)) - 1];
  const names: string[] = [];
  for (let i = 0; ; i++) {
    const name = new Date(Date.UTC(year, month + i)).toISOString().slice(0, 7);
    if (name > last.slice(0, 7)) return names;
    names.push(name);
  }
}

/** Alerts by day, or by month where there are more than two months, those without any included. */
export function periodsOf({ days, alerts }: BacktestResult): readonly Period[] {
  if (days === undefined) return [];
  const names = namesBetween(
    days.first,
    days.last,
    alerts.map(({ day }) => day),
  );
  const zero = () =>
    Object.fromEntries(severities.map((each) => [each, 0])) as Record<Severity, number>;
  const periods = new Map(names.map((name) => [name, { name, alerts: 0, bySeverity: zero() }]));
  const length = names[0]?.length ?? 10;
  for (const { day, severity, alerts: count } of alerts) {
    const period = periods.get(day.slice(0, length));
    if (period === undefined) continue;
    period.alerts += count;
    period.bySeverity[severity] += count;
  }
  return [...periods.values()];
}
