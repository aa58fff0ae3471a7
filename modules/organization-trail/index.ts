export { OrganizationTrail, type OrganizationTrailProps } from "./organization-trail";
export { trailBucketName, trailLogRoleName, trailName } from "../names";
