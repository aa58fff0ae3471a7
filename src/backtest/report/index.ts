export { backtestHtml } from "./backtest-html";
export { backtestJson } from "./backtest-json";
export { backtestMarkdown } from "./backtest-markdown";
export { backtestTable } from "./backtest-table";
export { hasGap } from "./sections";
