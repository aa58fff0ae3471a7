import type { SignInAlertsProps } from "../../config/props";
import type { ConfigurationDraft } from "../../config/draft";

/** Where everything that routes rest on could be read: what is not is told of elsewhere. */
export function whole(props: ConfigurationDraft): SignInAlertsProps | undefined {
  const isWhole = (value: unknown): boolean =>
    value !== undefined &&
    (!Array.isArray(value) || value.every(isWhole)) &&
    (typeof value !== "object" || value === null || Object.values(value).every(isWhole));
  const { routes = [], ignore = [], accounts, kinds = {} } = props;
  return isWhole([routes, ignore, accounts, kinds]) ? (props as SignInAlertsProps) : undefined;
}
