import { severities } from "../../catalog";
import { numeral } from "../../coverage/report/wording";
import type { Period } from "./periods";

const [width, height, left, bottom, top] = [960, 240, 56, 32, 8] as const;

/** A round number that is not less: 1, 2 or 5, and noughts. */
function roundedUp(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10) * power;
}

function fixed(length: number): string {
  return String(Math.round(length * 100) / 100);
}

/**
 * Alerts by time as SVG: a bar for each day or month, its parts by severity, the worst at the foot. Its texts are
 * dates, numbers and severities, so there is nothing to escape; colours are classes of the page.
 */
export function chartOf(periods: readonly Period[]): string {
  const all = roundedUp(Math.max(1, ...periods.map(({ alerts }) => alerts)));
  const scale = (height - bottom - top) / all;
  const step = (width - left) / Math.max(1, periods.length);
  const bars = periods.map(({ name, alerts, bySeverity }, i) => {
    let y = height - bottom;
    const parts = [...severities].reverse().flatMap((severity) => {
      const count = bySeverity[severity];
      if (count === 0) return [];
      y -= count * scale;
      return [
        `<rect class="${severity}" x="${fixed(left + i * step + step * 0.1)}" y="${fixed(y)}" width="${fixed(step * 0.8)}" height="${fixed(count * scale)}"/>`,
      ];
    });
    const said = [...severities]
      .reverse()
      .flatMap((severity) =>
        bySeverity[severity] === 0 ? [] : [`${severity} ${numeral(bySeverity[severity])}`],
      );
    const title = [`${name}: ${numeral(alerts)}`, ...said].join(", ");
    return `<g><title>${title}</title>${parts.join("")}</g>`;
  });
  const every = Math.ceil(periods.length / 8);
  const names = periods.flatMap(({ name }, i) =>
    i % every === 0
      ? [
          `<text x="${fixed(left + (i + 0.5) * step)}" y="${height - 10}" text-anchor="middle">${name}</text>`,
        ]
      : [],
  );
  const lines = [0, 0.5, 1].flatMap((part) => {
    const y = fixed(height - bottom - all * part * scale);
    const count = all * part;
    return Number.isInteger(count)
      ? [
          `<line x1="${left}" x2="${width}" y1="${y}" y2="${y}"/>`,
          `<text x="${left - 8}" y="${y}" text-anchor="end" dominant-baseline="middle">${numeral(count)}</text>`,
        ]
      : [];
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Alerts by time and severity; the table below has the numbers">
${[...lines, ...bars, ...names].join("\n")}
</svg>`;
}
