import {
  AccessAnalyzerClient,
  ValidatePolicyCommand,
  type ValidatePolicyFinding,
} from "@aws-sdk/client-accessanalyzer";
import type { PolicyDocument } from "../../coverage/documents/policy-documents";
import { bounded } from "../bounded";
import type { Here } from "../here";
import type { Service } from "../service";
import type { DocumentProblem } from "./document-problem";

const atOnce = 4;

const analyzer: Service<AccessAnalyzerClient> = {
  prefix: "access-analyzer",
  create: (settings) => new AccessAnalyzerClient(settings),
};

/** What keeps a policy from doing what it is for, or lets it do more; AWS's suggestions are not. */
function isProblem({ findingType }: ValidatePolicyFinding): boolean {
  return findingType !== "SUGGESTION" && findingType !== "WARNING";
}

function problemOf({
  findingType,
  issueCode = "",
  findingDetails = "",
}: ValidatePolicyFinding): string {
  const type = (findingType ?? "finding of no type").toLowerCase().replaceAll("_", " ");
  return `IAM Access Analyzer, ${type} ${issueCode}: ${findingDetails}`;
}

/** What AWS finds in one policy; what is not answered is kept by the place. */
async function findingsIn(
  here: Here,
  { document, policyType, resourceType }: PolicyDocument,
): Promise<readonly ValidatePolicyFinding[]> {
  const answer = await here.pages({
    service: analyzer,
    operation: "ValidatePolicy",
    send: (client, nextToken) =>
      client.send(
        new ValidatePolicyCommand({
          policyDocument: document,
          policyType,
          ...(resourceType && { validatePolicyResourceType: resourceType }),
          nextToken,
        }),
      ),
    result: ({ findings }) => findings,
    next: ({ nextToken }) => nextToken,
  });
  return answer.state === "known" ? answer.value : [];
}

/**
 * Asks IAM Access Analyzer what is wrong with each policy; no analyzer is needed, and nothing is created.
 * @see https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html
 */
export async function validatePolicies(
  here: Here,
  policies: readonly PolicyDocument[],
  onProgress?: (done: number, total: number) => void,
): Promise<readonly DocumentProblem[]> {
  let done = 0;
  const problems = await bounded(policies, atOnce, async (policy) => {
    const findings = await findingsIn(here, policy);
    done += 1;
    onProgress?.(done, policies.length);
    const { resource, others } = policy;
    return findings.filter(isProblem).map((finding) => ({
      resource,
      others,
      problem: problemOf(finding),
      ...(finding.learnMoreLink !== undefined && { page: finding.learnMoreLink }),
    }));
  });
  return problems.flat();
}
