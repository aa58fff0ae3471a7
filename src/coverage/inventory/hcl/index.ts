export { ExpressionError, TemplateSyntaxError } from "./errors";
export type {
  Expression,
  ForExpression,
  FunctionCall,
  ReferenceStep,
  Splat,
  TemplatePart,
} from "./expression";
export { analyzedTemplate, mayBeTemplate, parseTemplate } from "./read-template";
