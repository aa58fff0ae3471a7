import * as babel from "prettier/plugins/babel";
import * as estree from "prettier/plugins/estree";
import * as markdown from "prettier/plugins/markdown";
import { format } from "prettier/standalone";
import options from "../.prettierrc.json";

/** The text as `npm run format` would leave it. */
export function formatted(text: string, parser: "babel-ts" | "json" | "markdown"): Promise<string> {
  return format(text, { ...options, parser, plugins: [babel, estree, markdown] });
}
