import { isMap, isScalar, parseDocument, YAMLMap, YAMLSeq, type Document } from "yaml";
import type { ConfigurationDraft } from "../../config/draft";
import { formatPath } from "../../config/problem";
import { draftOf, type Answers } from "./answers";
import { commentedKey, commentOf } from "./commented-key";
import { suggestedKeys, type SuggestedKey } from "./suggested-keys";

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

/** Said before the keys of the file that follow all others. */
const more = [
  " What most projects say next. A line is part of the configuration once its first two characters are",
  " gone, `# `, in groups those after the indentation; your editor and docs/configuration.md know every key.",
].join("\n");

/** Adds keys as comments where they belong: after the others of their group. */
function suggest(document: Document, draft: ConfigurationDraft): void {
  const byGroup = new Map<string, readonly SuggestedKey[]>();
  const keys = suggestedKeys(draft);
  for (const key of keys) {
    const group = formatPath(key.group);
    byGroup.set(group, [...(byGroup.get(group) ?? []), key]);
  }
  for (const together of byGroup.values()) {
    const [{ group } = { group: [] }] = together;
    const comment = commentOf(together.map((key) => commentedKey(key, draft)));
    if (group.length === 0) document.comment = `${more}\n\n${comment}`;
    else mapAt(document, group).comment = comment;
  }
}

/**
 * The configuration file that answers describe, with the comments of the template.
 * @param template text of the template's `signin-alerts.yaml`
 */
export function configurationText(template: string, answers: Answers): string {
  const document = parseDocument(template.replace("Replace the ids by your own. ", ""));
  const draft = draftOf(answers);
  const { organization, hub, accounts = [], recipients, trail } = draft;
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
  suggest(document, draft);
  return document.toString({ lineWidth: 0 });
}
