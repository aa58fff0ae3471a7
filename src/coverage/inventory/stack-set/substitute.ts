import { refuseTemplate } from "./template-error";

const OPENING = "${";

/**
 * The text of `Fn::Sub` with its variables replaced; `${!x}` stands for `${x}` itself.
 * @throws TemplateError for a variable that does not end, or that has no name
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function substitute(
  text: string,
  path: string,
  valueOf: (variable: string) => string,
): string {
  let result = "";
  let at = 0;
  for (;;) {
    const start = text.indexOf(OPENING, at);
    if (start < 0) return result + text.slice(at);
    const end = text.indexOf("}", start);
    const inner = text.slice(start + OPENING.length, end);
    if (end < 0 || !/^!?[\w:.]+$/u.test(inner)) {
      refuseTemplate(path, `the variable at character ${start} is not understood`);
    }
    result += text.slice(at, start);
    result += inner.startsWith("!") ? `${OPENING}${inner.slice(1)}}` : valueOf(inner);
    at = end + 1;
  }
}
