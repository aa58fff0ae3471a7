import { printedJson } from "../../json/printed";
import type { Format } from "./format";

/** For an engine of one's own. */
export const json: Format = {
  name: "json",
  summary: "stages of stacks, for any other engine",
  write: (stages) => printedJson({ version: 1, stages }),
};
