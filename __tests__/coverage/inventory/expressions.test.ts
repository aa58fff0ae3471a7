import { isUnresolved } from "../../../src/coverage";
import { StackConstants } from "../../../src/coverage/inventory/stack-constants";
import { StackScope } from "../../../src/coverage/inventory/stack-scope";
import { StackTypes } from "../../../src/coverage/inventory/stack-types";
import { stackRefusals } from "../../../src/coverage/inventory/stack-refusals";
import { convertedValues, readLocals, readValues } from "../../others/real-provider/read-values";
import {
  acceptedSteps,
  refusedSteps,
  steppedLocals,
} from "../../others/real-provider/refused-steps";

const scope = new StackScope({ name: "small", document: { locals: readLocals } });

test.each(readValues)("reads %s as Terraform does: %s", (expression, value) => {
  expect(scope.resolve(`\${${expression}}`)).toBe(value);
});

test.each(convertedValues)("does not read %s, of which Terraform converts values", (expression) => {
  expect(isUnresolved(scope.resolve(`\${${expression}}`))).toBe(true);
});

function isRefused(expression: string): boolean {
  const written = `\${${expression}}`;
  const document = { locals: steppedLocals, output: { o: { value: written } } };
  const constants = new StackConstants(document);
  const types = new StackTypes(document);
  return (
    stackRefusals({ name: "small", document }, constants, types).length > 0 ||
    "refusal" in constants.outcome(written)
  );
}

test.each(refusedSteps)("refuses %s, as Terraform does", (expression) => {
  expect(isRefused(expression)).toBe(true);
});

test.each(acceptedSteps)("takes %s, as Terraform does", (expression) => {
  expect(isRefused(expression)).toBe(false);
});
