export { ExpressionError, TemplateSyntaxError } from "./errors";
export type { Expression, FunctionCall, ReferenceStep, TemplatePart } from "./expression";
export { analyzedTemplate, mayBeTemplate, parseTemplate } from "./read-template";
