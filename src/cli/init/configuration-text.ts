import { isMap, isScalar, parseDocument, YAMLMap, YAMLSeq, type Document } from "yaml";
import { draftOf, type Answers } from "./answers";

function mapAt(document: Document, path: readonly (string | number)[]): YAMLMap {
  const node = document.getIn(path);
  if (isMap(node)) return node;
  throw new TypeError(`the template has no group at ${path.join(".")}`);
}

/** The comment before a key. */
function comment(map: YAMLMap, name: string, text: string): void {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
  if (isScalar(pair?.key)) pair.key.commentBefore = ` ${text}`;
}

/**
 * The configuration file that answers describe, with the comments of the template.
 * @param template text of the template's `signin-alerts.yaml`
 */
export function configurationText(template: string, answers: Answers): string {
  const document = parseDocument(template.replace("Replace the ids by your own. ", ""));
  const { organization, hub, accounts = [], recipients, trail } = draftOf(answers);
  for (const [name, value] of Object.entries({ organization, hub, trail })) {
    const group = mapAt(document, [name]);
    for (const [key, each] of Object.entries(value ?? {})) group.set(key, each);
  }
  const list = new YAMLSeq();
  for (const account of accounts) {
    const node = document.createNode(account);
    if (isMap(node) && account?.roleName === "none") {
      const role =
        "Terraform is started with credentials of this account, so it assumes no role here.";
      comment(node, "roleName", role);
    }
    list.add(node);
  }
  document.set("accounts", list);
  document.set("recipients", document.createNode(recipients));
  if (trail?.type === "existing" && isMap(document.contents)) {
    const text = "A trail for all accounts exists. With its logGroupArn the log path watches, too.";
    comment(document.contents, "trail", text);
  }
  return document.toString({ lineWidth: 0 });
}
