import { ListAWSServiceAccessForOrganizationCommand } from "@aws-sdk/client-organizations";
import type { Finding } from "../../coverage";
import type { Here } from "../here";
import { organizations, whole } from "../organization/calls";
import { trustedAccessFindings } from "./live-findings";

/** The service whose trails record the accounts of the organization. */
const cloudTrail = "cloudtrail.amazonaws.com";

/**
 * Whether CloudTrail may still act in the organization: without trusted access organization trails remain, and
 * record no member account.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/services-that-can-integrate-cloudtrail.html
 */
export async function readTrustedAccess(here: Here): Promise<readonly Finding[]> {
  const services = await here.pages({
    service: organizations,
    operation: "ListAWSServiceAccessForOrganization",
    send: (client, NextToken) =>
      client.send(new ListAWSServiceAccessForOrganizationCommand({ NextToken })),
    result: ({ EnabledServicePrincipals }) =>
      whole(EnabledServicePrincipals?.map(({ ServicePrincipal }) => ServicePrincipal)),
    next: ({ NextToken }) => NextToken,
  });
  // Where AWS did not say it, that is a finding of its own.
  if (services.state === "not known") return [];
  const enabled = services.state === "known" ? services.value : [];
  return enabled.includes(cloudTrail) ? [] : trustedAccessFindings(here.place, cloudTrail);
}
