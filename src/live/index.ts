export { known, mapAnswer, type Answer, type LivePlace, type NotKnown } from "./answer";
export { Aws, openAws } from "./aws";
export { bounded } from "./bounded";
export type { Identity, LiveAccess } from "./credentials";
export type { Here } from "./here";
export type { Call, ClientSettings, PagedCall, Service } from "./service";
export type { AccountDetails, LiveAccount, LiveOrganization } from "./organization/organization";
export { readAccounts, readOrganization } from "./organization/read-organization";
