import { jsonProtocolsIn, type JsonProtocol } from "../../catalog";
import { jsonVariable, topicVariable } from "../../formatter";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { isObjectValue, type ValueObject } from "../inventory/value";
import { block as blockOf, known, text } from "../resource-index";

function variablesOf(lambda: Resource): ValueObject | undefined {
  const environment = blockOf(lambda, "environment");
  const variables = environment && known(lambda, "variables", environment["variables"]);
  return isObjectValue(variables) ? variables : undefined;
}

/**
 * The protocols whose subscribers a function gives JSON.
 * @throws BlockedError for a list of another form, of which the function would leave out something
 */
export function publishedJson(lambda: Resource): readonly JsonProtocol[] {
  const variables = variablesOf(lambda);
  if (variables === undefined || !(jsonVariable in variables)) return [];
  const list = text(lambda, jsonVariable, variables);
  const protocols = jsonProtocolsIn(list);
  return protocols.length > 0 && protocols.join(",") === list
    ? protocols
    : blocked("function-differs", lambda, `its variable ${jsonVariable} is ${list}`);
}

/**
 * Variables by which Node.js, the AWS SDK or Lambda work otherwise, such as NODE_OPTIONS and AWS_ENDPOINT_URL,
 * and those that Lambda keeps for itself. The function reads no others but its own.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
const effectiveVariable =
  /^(?:_|AWS|LAMBDA|LD_|NODE|NPM|UV_|V8|ICU|SSL|OPENSSL|HTTPS?_|(?:ALL|NO)_PROXY|MALLOC|GLIBC|LC_|XRAY|TMP|TEMP|(?:PATH|HOME|LANG|TZ|DEBUG|BASH_ENV|ENV|SHELL)$)/iu;

/** Bytes that all variables of a function may have. */
const MOST_VARIABLES = 4096;

/** The ARN of the topic that a function is set to publish to. */
export function publishedTopic(lambda: Resource): string {
  const variables = variablesOf(lambda);
  if (variables === undefined) {
    return blocked("function-differs", lambda, `it has no variable ${topicVariable}`);
  }
  const names = Object.keys(variables);
  const effective = names.find((name) => effectiveVariable.test(name));
  if (effective !== undefined) blocked("not-analyzed-setting", lambda, `its variable ${effective}`);
  const refused = names.find((name) => !/^[a-z]\w+$/iu.test(name));
  if (refused !== undefined) {
    blocked("value-invalid", lambda, `its variable ${refused}: Lambda does not accept the name`);
  }
  const size = JSON.stringify(variables).length;
  if (size > MOST_VARIABLES) {
    blocked(
      "value-invalid",
      lambda,
      `its variables have ${size} bytes, Lambda accepts ${MOST_VARIABLES}`,
    );
  }
  return text(lambda, topicVariable, variables);
}
