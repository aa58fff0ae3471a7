import { mostOrganizationalUnits } from "../../aws/organizations";
import { externalId, profileName } from "../forms/access";
import {
  accountId,
  notBlank,
  organizationalUnitId,
  organizationId,
  roleName,
} from "../forms/accounts";
import {
  anyRegion,
  homeRegion,
  newRegion,
  optInRegion,
  regionWithoutOptIn,
} from "../forms/regions";
import { acceptUncovered } from "./accept-uncovered";
import { group, list, map, number, text, texts, variants } from "./key";
import { logRetention } from "./log-retention";

/**
 * AWS counts the days in an integer, and says no other most. Its own 0 is for ever: here it is none.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateArchive.html
 */
const mostArchiveDays = 2_147_483_647;

const required = { required: true } as const;

const regionOnce = { noun: "region" } as const;
const someRegion = {
  least: 1,
  unit: "regions",
  fault: {
    problem: "no region is covered",
    fix: "name the regions, or leave the key out for the default",
  },
} as const;

const account = group(
  "An account whose sign-ins are to be known.",
  {
    id: text("Account id.", { ...required, form: accountId }),
    name: text("What people call the account. No resource depends on it.", {
      ...required,
      form: notBlank("a text that is not empty", "the name is empty", "give the account its name"),
    }),
    tags: map("What the account is, such as `env: prod`, for routes to choose by.", {
      value: text("Value of the tag.", {}),
      otherwise: "none",
    }),
    regions: texts("Regions without opt-in to cover in this account.", regionWithoutOptIn, {
      otherwise: "the organization's regions",
      size: someRegion,
      once: regionOnce,
    }),
    optInRegions: texts(
      "Opt-in regions that are enabled in this account, covered as well.",
      optInRegion,
      { otherwise: "none", once: regionOnce },
    ),
    newRegions: texts(
      "Regions that AWS opened after this version was released and that are enabled in this account, covered as well. Neither this version nor Terraform can tell whether they exist: a misspelt one fails when it is deployed. Name them in `optInRegions` after an upgrade.",
      newRegion,
      { otherwise: "none", once: regionOnce },
    ),
    roleName: text(
      "Role that Terraform assumes in this account, or `none` for the credentials that it is started with.",
      { form: roleName, otherwise: "the organization's role" },
    ),
    externalId: text(
      "External id that Terraform sends where it assumes the role of this account.",
      {
        form: externalId,
        otherwise: "the organization's external id",
      },
    ),
    profile: text("Profile that Terraform takes its first credentials from for this account.", {
      form: profileName,
      otherwise: "the organization's profile",
    }),
    acceptMissingRegions: texts(
      "Regions where sign-ins are recorded, or that the account has opted in to, that it deliberately leaves uncovered.",
      undefined,
      { otherwise: "none" },
    ),
    organizationalUnit: text(
      "Unit of the rollout that holds the account: AWS CloudFormation covers it, and it gets no stack of its own.",
      { otherwise: "the account has a stack of its own" },
    ),
    retiredRegions: texts(
      "Regions that were covered before: Terraform keeps a provider there until all is destroyed. Remove them after the deployment.",
      anyRegion,
      { otherwise: "none", once: regionOnce },
    ),
  },
  { as: "Account" },
);

/** The organization, and which accounts and regions of it are covered. */
export const organizationKeys = {
  organization: group(
    "The AWS organization.",
    {
      id: text("Organization id.", { ...required, form: organizationId }),
      managementAccount: text("Id of the management account.", { ...required, form: accountId }),
    },
    required,
  ),
  hub: group(
    "Where all events meet: a security tooling account, in a region that needs no opt-in.",
    {
      account: text("Id of the hub account, one of `accounts`.", { ...required, form: accountId }),
      region: text("Region of the hub.", { ...required, form: homeRegion }),
      archiveDays: number(
        "Days for which the archive of the event bus keeps the events of alerts, to be replayed.",
        {
          limits: { least: 0, most: mostArchiveDays },
          unit: "days",
          zero: "no archive",
          default: 90,
          fault: {
            problem: "an archive of EventBridge cannot keep events for this time",
            fix: "leave the key out for 90, or set 0 for no archive",
            remove: true,
          },
        },
      ),
      logRetentionDays: number(
        "Days for which CloudWatch Logs keeps what the event bus says of each delivery: which rule, when, how often tried, and why not. No event is in it, and no alert depends on it.",
        { ...logRetention, default: 30 },
      ),
    },
    required,
  ),
  accounts: list("Every account, the management and hub accounts included.", account, {
    ...required,
    size: {
      least: 1,
      unit: "accounts, the management and hub accounts included",
      fault: {
        problem: "no account is covered",
        fix: 'list the accounts: - { id: "111111111111", name: management }',
      },
    },
    once: {
      by: "id",
      noun: "account",
      problem: (first: number) =>
        `two stacks would have one name: accounts[${first}] has the same id`,
      fix: "remove one of the two entries, or correct its id",
    },
  }),
  regions: texts("Regions to cover in every account.", regionWithoutOptIn, {
    otherwise: "all that need no opt-in (17 in the partition aws)",
    size: someRegion,
    once: regionOnce,
  }),
  acceptMissingRegions: texts(
    "Regions where sign-ins are recorded, or that accounts have opted in to, that every account deliberately leaves uncovered.",
    undefined,
    { otherwise: "none" },
  ),
  acceptUncovered: list(
    "Accounts of the organization that are left out on purpose, each with a reason.",
    acceptUncovered,
    { otherwise: "none: every active account is to be covered" },
  ),
  rollout: variants(
    "How accounts get their forwarders. With `stack-set`, AWS CloudFormation covers accounts with an `organizationalUnit` and those that are not listed; never the management account.",
    {
      terraform: group(
        "Each account that is listed has its own stack.",
        {},
        { as: "TerraformRollout" },
      ),
      "stack-set": group(
        "AWS CloudFormation covers organizational units, accounts that join later included.",
        {
          organizationalUnits: texts("Ids of units, or of the root.", organizationalUnitId, {
            ...required,
            size: {
              least: 1,
              most: mostOrganizationalUnits,
              unit: "units",
              fault: (count: number) => ({
                problem:
                  count === 0
                    ? "a stack set without organizational units covers no account"
                    : `a stack set accepts ${mostOrganizationalUnits} organizational units, these are ${count}`,
                fix: "name units that hold the others, or the root",
              }),
            },
            once: { noun: "unit", fix: "remove it" },
          }),
          account: text("Account that administers the stack set: a delegated administrator's.", {
            form: accountId,
            otherwise: "the management account",
          }),
          optInRegions: texts(
            "Opt-in regions that every account of the units has enabled, covered as well.",
            optInRegion,
            { otherwise: "none", once: regionOnce },
          ),
          accounts: number(
            "Accounts that the units hold, the listed ones included, for counting heartbeats.",
            {
              limits: { least: 1, most: 1_000_000 },
              unit: "accounts",
              otherwise: "the listed ones",
              fault: {
                problem: "the units cannot hold this number of accounts",
                fix: "count the accounts of the units, those listed here included",
              },
            },
          ),
        },
        { as: "StackSetRollout" },
      ),
    },
    { otherwise: "a stack for each account that is listed" },
  ),
};
