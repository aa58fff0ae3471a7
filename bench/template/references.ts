import { filling, type AccountContext, type TextFilling } from "./filling";
import { isJsonObject } from "./json";

/** A value of another resource of the stack. */
export interface Reference {
  /** As Terraform writes it, such as `aws_sqs_queue.queue.arn`. */
  readonly text: string;
  /** Address of the resource. */
  readonly resource: string;
  readonly attribute: string;
}

/** The account, and the tokens of the references that were made so far. */
export interface StackContext extends AccountContext {
  readonly tokens: ReadonlyMap<string, string>;
}

const pattern = /\$\{((aws_\w+\.[\w-]+)\.(\w+))\}/g;

/** The references that a value holds, each once. */
export function referencesIn(value: unknown): readonly Reference[] {
  const found = [...JSON.stringify(value).matchAll(pattern)].map(
    ([, text = "", resource = "", attribute = ""]) => ({ text, resource, attribute }),
  );
  return [...new Map(found.map((reference) => [reference.text, reference])).values()];
}

function parsedPolicy(text: string): unknown {
  try {
    const value: unknown = text.startsWith("{") ? JSON.parse(text) : undefined;
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Fills references by tokens, and policies as objects that are written to JSON anew. */
export function stackText(ofAccount: TextFilling<AccountContext>): TextFilling<StackContext> {
  return (text) => {
    const references = referencesIn(text);
    const [first] = references;
    if (first && text === `\${${first.text}}`) {
      return ({ tokens }) => tokens.get(first.text) ?? "";
    }
    if (references.length > 0) {
      return ({ tokens }) =>
        references.reduce(
          (filled, reference) =>
            filled.replace(`\${${reference.text}}`, tokens.get(reference.text) ?? ""),
          text,
        );
    }
    const fill = ofAccount(text);
    const policy = fill && parsedPolicy(text);
    if (policy === undefined) return fill;
    const statements = filling(policy, ofAccount);
    return (context) => JSON.stringify(statements.fill(context));
  };
}
