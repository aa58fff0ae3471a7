import { noRole } from "../defaults";
import { removal } from "../../config/edit";
import { firstIndexes } from "../../config/lists";
import type { Problem } from "../../config/problem";
import type { Check } from "./checked";

/** What is sent with the request for a role has no effect where no role is assumed. */
const checkAssumed: Check = ({ draft, plan: { hub, trail, stackSet, accounts }, knows }) => {
  if (!knows("accounts", "roleName", "rollout", "trail")) return [];
  const own = accounts.filter(({ coveredBy }) => coveredBy.type === "stack");
  const isAssumed = [hub, trail, stackSet, ...own].some((each) => each?.roleArn !== undefined);
  const everywhere = (["externalId", "sessionName"] as const).flatMap((key): readonly Problem[] => {
    const value = draft[key];
    if (value === undefined || isAssumed) return [];
    return [
      {
        path: [key],
        value,
        problem: "Terraform does not assume a role in any account, so this would have no effect",
        allowed: "nothing, or a roleName other than none",
        fix: "remove it, or name the role in roleName",
        edits: [{ path: [key], remove: true }],
      },
    ];
  });
  const single = (draft.accounts ?? []).flatMap((account, i): readonly Problem[] => {
    const { externalId: value, roleName = draft.roleName, organizationalUnit } = account ?? {};
    if (value === undefined || roleName !== noRole || organizationalUnit !== undefined) return [];
    const path = ["accounts", i, "externalId"];
    return [
      {
        path,
        value,
        problem: "Terraform does not assume a role in this account, so this would have no effect",
        allowed: "nothing, or a roleName of this account other than none",
        fix: "remove it, or name the role in roleName of this account",
        edits: [{ path, remove: true }],
      },
    ];
  });
  return [...everywhere, ...single];
};

/** The provider takes tags that it ignores out of what it writes, too. */
const checkIgnoredTags: Check = ({ draft }) => {
  const set = Object.keys(draft.tags ?? {});
  return (["keys", "keyPrefixes"] as const).flatMap((list) =>
    (draft.ignoreTags?.[list] ?? []).flatMap((value, i): readonly Problem[] => {
      if (value === undefined) return [];
      const both = set.find((key) => (list === "keys" ? key === value : key.startsWith(value)));
      if (both === undefined) return [];
      const path = ["ignoreTags", list, i];
      return [
        {
          path,
          value,
          problem: `tags sets ${both}, which Terraform would never write, because this key tells it to ignore that tag`,
          allowed: "tags that only others set",
          fix: `remove it, or remove ${both} from tags`,
          edits: [removal(draft, path)],
        },
      ];
    }),
  );
};

/**
 * IAM takes keys that differ in capitals for one, and refuses a role that has both.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
 */
const checkTagCapitals: Check = ({ draft: { tags = {} } }) => {
  const keys = Object.keys(tags);
  const firsts = firstIndexes(keys.map((key) => key.toLowerCase()));
  return keys.flatMap((key, i): readonly Problem[] => {
    const first = keys[firsts[i] ?? i] ?? key;
    if (first === key) return [];
    return [
      {
        path: ["tags", key],
        value: tags[key],
        problem: `this key and ${first} differ in capitals only, and IAM refuses a role that has both`,
        allowed: "every key once, whatever its capitals",
        fix: "remove one of the two",
        edits: [{ path: ["tags", key], remove: true }],
      },
    ];
  });
};

/** Credentials and tags of the providers. */
export const providerChecks: readonly Check[] = [checkAssumed, checkIgnoredTags, checkTagCapitals];
