import { StackConstants } from "../../../src/coverage/inventory/stack-constants";
import { acceptedLanguages, refusedLanguages } from "../../others/real-provider/refused-languages";

const outcomeOf = (expression: string) => new StackConstants({}).outcome(`\${${expression}}`);

test.each(refusedLanguages)("refuses %s, as Terraform does", (expression) => {
  expect(outcomeOf(expression)).toHaveProperty("refusal");
});

test.each(acceptedLanguages)("takes %s, as Terraform does", (expression) => {
  expect(outcomeOf(expression)).not.toHaveProperty("refusal");
});

test("reads what YAML and CSV say", () => {
  const equal = (left: string, right: string) => outcomeOf(`${left} == ${right}`);
  expect(equal('yamldecode("a: [x, {b: 2}]").a[1].b', "2")).toEqual({ value: true });
  expect(equal("yamldecode(\"- 'x: y'\")[0]", '"x: y"')).toEqual({ value: true });
  expect(equal('csvdecode("a,b\\n1,\\"x,\\"\\"y\\"")[0].b', '"x,\\"y"')).toEqual({ value: true });
});

test("a text of a scalar that versions of YAML read in different ways is not known", () => {
  for (const scalar of ["yes", "0o7", "1_000", "2026-01-01", "1e3", "|\\n  x"]) {
    expect(outcomeOf(`yamldecode("a: ${scalar}").a`)).toEqual({ value: undefined });
  }
});

test("a refusal does not show the text, which may be secret", () => {
  const texts = ['yamldecode("hook: [secret")', 'csvdecode("hook,secret\\n1")'];
  for (const text of [...texts, 'regex("^secret$", "secret1")', 'cidrhost("secret", 1)']) {
    const outcome = outcomeOf(text);
    expect(outcome).toHaveProperty("refusal");
    expect(JSON.stringify(outcome)).not.toContain("secret");
  }
});

test("patterns that JavaScript would try for hours are not tried", () => {
  const text = "a".repeat(150);
  for (const pattern of ["^(a+)+$", "^(a|a)*$", "a*a*a*a*a*b", "(a|a)(a|a)(a|a)(a|a)(a|a)b"]) {
    expect(outcomeOf(`regex("${pattern}", "${text}!")`)).toEqual({ value: undefined });
  }
});
