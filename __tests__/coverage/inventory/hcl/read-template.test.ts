import { getExpressionAst } from "@cdktf/hcl2json";
import fc from "fast-check";
import { parseTemplate, TemplateSyntaxError } from "../../../../src/coverage/inventory/hcl";
import { runs } from "../../../property-runs";
import { anyTemplate } from "./hcl-texts";

/** Whether HashiCorp's own reader of the language reads a template. */
async function isReadByHashiCorp(template: string): Promise<boolean> {
  try {
    await getExpressionAst("a.tf", `<<EOT\n${template}\nEOT\n`);
    return true;
  } catch {
    return false;
  }
}

function refusalOf(template: string): string | undefined {
  try {
    parseTemplate(template);
    return undefined;
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return error.message;
    throw error;
  }
}

test("a template is refused where HashiCorp's own reader refuses it", async () => {
  await fc.assert(
    fc.asyncProperty(anyTemplate, async (template) => {
      expect([template, refusalOf(template) === undefined]).toEqual([
        template,
        await isReadByHashiCorp(template),
      ]);
    }),
    runs(2000),
  );
});

test.each([
  ["${", "an expression is missing at character 3"],
  ["a ${b c}", "} is missing at character 7"],
  ["${f(1, 2}", ") is missing at character 9"],
  ["${x.}", "a name is missing at character 5"],
  ["${[for a b : c]}", "in is missing at character 10"],
  ["${[for a in b : c => d]}", "a list has no keys: => stands at character 21"],
  ["${{for a in b : c}}", "=> is missing at character 18"],
  ["${[for a in b : c...]}", "a list is not grouped: ... stands at character 21"],
  ["${{ a.b = 1 }}", "the key is neither a name nor in parentheses at character 10"],
  ['${"a', "a quoted text does not end at character 5"],
  ['${"a\\q"}', "\\ begins no escape at character 5"],
  ['${"\\UFFFFFFFF"}', "\\U is of no character at character 14"],
  ["%{ if a }b", "else or endif is missing at character 11"],
  ["%{ for a in b }%{ endif }", "endif stands where a directive begins at character 24"],
  ["${<<EOT\na\n}", "EOT is missing at character 9"],
])("fails on %j, and says what and where", (template, problem) => {
  expect(refusalOf(template)).toBe(problem);
});

test("what is nested too deep is not called wrong", () => {
  for (const begun of ["(", "[", '"${', "!", "{a=", "f(", "x[", '"%{ if ']) {
    const text = `\${${begun.repeat(5000)}`;
    expect(() => parseTemplate(text)).toThrow(/more than 30 levels deep/u);
  }
});
