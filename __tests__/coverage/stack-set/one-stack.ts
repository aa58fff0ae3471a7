import { readTemplate } from "../../../src/coverage/inventory/stack-set/read-template";
import { TemplateError } from "../../../src/coverage/inventory/stack-set/template-error";
import type { GivenParameters } from "../../../src/coverage/inventory/stack-set/template-parameters";
import { translated } from "../../../src/coverage/inventory/stack-set/translate";
import type { Resource } from "../../../src/coverage";

const place = {
  account: "333333333333",
  region: "eu-west-1",
  partition: "aws",
} as const;

/** What a template makes in one account and region. */
export function madeBy(
  template: object,
  region: string = place.region,
  parameters: GivenParameters = {},
): readonly Resource[] {
  return madeByText(JSON.stringify(template), region, parameters);
}

function madeByText(
  json: string,
  region: string = place.region,
  parameters: GivenParameters = {},
): readonly Resource[] {
  const address = `set["x"] ${region}`;
  const origin = { place: { ...place, region }, stack: "s", address, parameters };
  return translated(readTemplate(json), origin);
}

/** Why a template is not analyzed. */
export function problemsOf(template: object): readonly string[] {
  return problemsOfText(JSON.stringify(template));
}

/** The same of its text. */
export function problemsOfText(json: string): readonly string[] {
  try {
    madeByText(json);
    return [];
  } catch (error) {
    if (error instanceof TemplateError) return error.problems;
    throw error;
  }
}

/** A queue of that name. */
export function queue(name: unknown, more: object = {}): object {
  return { Type: "AWS::SQS::Queue", Properties: { QueueName: name }, ...more };
}

/** The name that a queue gets, where its name is written so. */
export function nameOf(written: unknown, others: object = {}): string | readonly string[] {
  const template = { Resources: { Q: queue(written), ...others } };
  const problems = problemsOf(template);
  if (problems.length > 0) return problems;
  const made = madeBy(template).find(({ address }) => address.endsWith(" Q"));
  const name = made?.attributes["name"];
  return typeof name === "string" ? name : [];
}
