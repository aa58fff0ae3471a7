export { UnreadablePlanError, type PlannedLoss } from "./planned-losses";
export { isHarmless, reviewOf, type PlanFile, type Review, type Version } from "./review";
export { reviewJson, type CellJson, type ReviewJson } from "./review-json";
export { reviewLines, reviewMarkdown, reviewMarker } from "./review-markdown";
export type { NamedResource } from "./resource-losses";
export type { CoverageChange } from "./compare-coverage";
export type { AudienceChange, RecipientChange } from "./compare-recipients";
