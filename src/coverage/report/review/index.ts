export { UnreadablePlanError } from "./read-plan";
export type { PlannedLoss } from "./resource-loss";
export type { PlanFile } from "./stack-losses";
export type { OtherChange, Version } from "./side";
export { isHarmless, reviewOf, type Review } from "./review";
export { reviewJson, type CellJson, type ReviewJson } from "./review-json";
export { reviewLines, reviewMarkdown, reviewMarker } from "./review-markdown";
export type { CoverageChange } from "./compare-coverage";
export type { AudienceChange, RecipientChange } from "./compare-recipients";
