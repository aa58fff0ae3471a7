import { externalId } from "../forms/access";
import { trustedPrincipal } from "../forms/principals";
import { group, text, texts } from "./key";

/** The role of drills. */
export const drillKeys = {
  drill: group(
    "A role in every account, without any permission, as which `signin-alerts drill` signs in. Leave the key out for no such role.",
    {
      trustedPrincipals: texts(
        "ARNs of the roles or users that start drills, which may assume the role from within the organization. They must exist before it is deployed.",
        trustedPrincipal,
        {
          required: true,
          size: {
            least: 1,
            unit: "principals",
            fault: {
              problem: "nobody could start a drill",
              fix: "name who starts drills, or leave the key drill out",
            },
          },
          once: { noun: "principal", fix: "remove it" },
        },
      ),
      externalId: text(
        "External id without which the role cannot be assumed. It is no secret, and `drill` sends it.",
        { form: externalId, otherwise: "none" },
      ),
    },
    { as: "DrillSettings", otherwise: "no role" },
  ),
};
