export { UnreadablePlanError } from "./planned-losses";
export { isHarmless, reviewOf, type PlanFile, type Review, type Version } from "./review";
export { reviewJson, type ReviewJson } from "./review-json";
export { reviewLines, reviewMarkdown, reviewMarker } from "./review-markdown";
export type { NamedResource } from "./resource-losses";
