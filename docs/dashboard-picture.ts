import { resolve } from "../src/plan";

/** A widget of a dashboard's body, as far as it is drawn. */
interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: {
    readonly title: string;
    readonly alarms?: readonly string[];
    readonly metrics?: readonly (readonly unknown[])[];
    readonly annotations?: { readonly horizontal: readonly { readonly label: string }[] };
    readonly stacked?: boolean;
    readonly query?: string;
  };
}

/** Pixels of a column and of a row of the grid. */
const unit = { x: 40, y: 26 };
const colours = [
  "#2563eb",
  "#d97706",
  "#059669",
  "#dc2626",
  "#7c3aed",
  "#0891b2",
  "#be185d",
  "#4d7c0f",
];

function text(x: number, y: number, size: number, words: string, fill = "#1f2937"): string {
  const escaped = words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${escaped}</text>`;
}

/** What a graph is called by in its legend. */
function labelOf(metric: readonly unknown[]): string {
  const last = metric.at(-1);
  const label =
    typeof last === "object" && last !== null && "label" in last ? last.label : metric[1];
  return String(label).replace(/: $/u, "");
}

/** Figures that are made up, the same each time: a few peaks in a day. */
function figures(seed: number): readonly number[] {
  return Array.from({ length: 48 }, (_, i) =>
    (i * 7 + seed * 13) % 17 === 0 ? 1 + ((seed + i) % 3) : 0,
  );
}

function graph(
  { properties }: Widget,
  left: number,
  top: number,
  width: number,
  height: number,
): string {
  const { metrics = [], annotations } = properties;
  const shown = metrics.slice(0, colours.length);
  const base = top + height - 46;
  const scale = (height - 90) / 6;
  const step = (width - 24) / 48;
  const bars = Array.from({ length: 48 }, (_, i) => {
    let y = base;
    return shown
      .map((_metric, at) => {
        const tall = (figures(at + metrics.length)[i] ?? 0) * scale;
        y -= tall;
        return tall === 0
          ? ""
          : `<rect x="${(left + 12 + i * step).toFixed(1)}" y="${y.toFixed(1)}" width="${(step - 1).toFixed(1)}" height="${tall.toFixed(1)}" fill="${colours[at] ?? ""}"/>`;
      })
      .join("");
  }).join("");
  const lines = (annotations?.horizontal ?? []).map(({ label }) => {
    const y = top + 40;
    return `<line x1="${left + 12}" x2="${left + width - 12}" y1="${y}" y2="${y}" stroke="#dc2626" stroke-dasharray="4 3"/>${text(left + width - 80, y - 4, 11, label, "#dc2626")}`;
  });
  const perRow = Math.max(1, Math.floor((width - 24) / 150));
  const legend = shown.slice(0, perRow * 2).map((metric, at) => {
    const x = left + 12 + (at % perRow) * 150;
    const y = base + 18 + Math.floor(at / perRow) * 15;
    const words = labelOf(metric);
    const cut = words.length > 22 ? `${words.slice(0, 21)}…` : words;
    return `<rect x="${x}" y="${y - 8}" width="8" height="8" fill="${colours[at] ?? ""}"/>${text(x + 12, y, 10, cut)}`;
  });
  const axis = `<line x1="${left + 12}" x2="${left + width - 12}" y1="${base}" y2="${base}" stroke="#9ca3af"/>`;
  return [bars, axis, ...lines, ...legend].join("\n");
}

function alarms({ properties: { alarms: arns = [] } }: Widget, left: number, top: number): string {
  return arns
    .map((arn, i) => {
      const x = left + 12 + (i % 6) * 157;
      const y = top + 36 + Math.floor(i / 6) * 26;
      const name = arn.split(":").at(-1)?.replace("signin-alerts-", "") ?? "";
      const cut = name.length > 23 ? `${name.slice(0, 22)}…` : name;
      return `<rect x="${x}" y="${y}" width="150" height="20" rx="3" fill="#d1fae5"/>${text(x + 6, y + 14, 10, cut)}`;
    })
    .join("\n");
}

/** What stands in a column of a table: made up, from top to bottom. */
const cells: Readonly<Record<string, readonly string[]>> = {
  "@timestamp": ["2026-01-15 03:12:47", "2026-01-14 21:40:03"],
  rule: ["signin-alerts-root-sign-in", "signin-alerts-heartbeats"],
  message_type: ["INVOCATION_DLQ", "INVOCATION_FAILURE"],
  "error.error_message": ["Not authorized to publish", "Rate exceeded"],
  "error.http_status_code": ["403", "429"],
  "details.total_attempts": ["1", "4"],
  event_id: ["6f0f5c3e-2d1a", "d41c27b0-91fe"],
  account: ["333333333333", "111111111111", "222222222222"],
  region: ["eu-north-1", "us-east-1", "eu-central-1"],
  lastHeartbeat: ["2026-01-14 06:17:09", "2026-01-15 06:17:04", "2026-01-15 06:17:05"],
  heartbeats: ["29", "30", "30"],
};

/** The columns that a query of Logs Insights shows. */
function columnsOf(query: string): readonly string[] {
  const [, shown] = /^\| display (.+)$/mu.exec(query) ?? [];
  if (shown !== undefined) return shown.split(", ");
  const [, counts = "", groups = ""] = /^\| stats (.+) by (.+)$/mu.exec(query) ?? [];
  const names = [...counts.matchAll(/ as (\w+)/gu)].map(({ 1: name = "" }) => name);
  return [...groups.split(", "), ...names];
}

function rows({ properties }: Widget, left: number, top: number, width: number): string {
  const columns = columnsOf(properties.query ?? "");
  const column = (name: string, at: number): string => {
    const values = cells[name];
    if (values === undefined) throw new Error(`the picture has nothing for the column ${name}`);
    const x = left + 12 + (at * (width - 24)) / columns.length;
    return [name, ...values]
      .map((cell, i) => text(x, top + 46 + i * 20, 10, cell, i === 0 ? "#6b7280" : "#1f2937"))
      .join("\n");
  };
  return columns.map(column).join("\n");
}

function drawn(widget: Widget): string {
  const [left, top] = [widget.x * unit.x + 3, widget.y * unit.y + 3];
  const [width, height] = [widget.width * unit.x - 6, widget.height * unit.y - 6];
  const inside =
    widget.type === "alarm"
      ? alarms(widget, left, top)
      : widget.type === "log"
        ? rows(widget, left, top, width)
        : graph(widget, left, top, width, height);
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="4" fill="#ffffff" stroke="#d1d5db"/>`,
    text(left + 12, top + 20, 13, widget.properties.title),
    inside,
  ].join("\n");
}

/** The hub's dashboard of a small organization, drawn from the JSON that CloudWatch gets. */
export function dashboardPicture(): string {
  const plan = resolve({
    organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
    hub: { account: "222222222222", region: "eu-central-1" },
    accounts: [
      { id: "111111111111", name: "management" },
      { id: "222222222222", name: "security-tooling" },
    ],
    recipients: ["security@example.com"],
  });
  const { widgets } = JSON.parse(plan.dashboards?.hub.body ?? "{}") as {
    widgets: readonly Widget[];
  };
  const height = Math.max(...widgets.map(({ y, height: tall }) => y + tall)) * unit.y;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${24 * unit.x} ${height}" font-family="Helvetica, Arial, sans-serif">`,
    `<rect width="100%" height="100%" fill="#f3f4f6"/>`,
    ...widgets.map(drawn),
    "</svg>",
    "",
  ].join("\n");
}
