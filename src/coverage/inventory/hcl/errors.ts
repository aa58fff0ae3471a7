/** An expression or template of Terraform that this reader does not understand. */
export class ExpressionError extends Error {
  override readonly name: string = "ExpressionError";
}

/** One that Terraform does not understand either. */
export class TemplateSyntaxError extends ExpressionError {
  override readonly name = "TemplateSyntaxError";
}
