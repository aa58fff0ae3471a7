/** Name of the condition that only the stack of the home region meets: what an account has once. */
export const inHomeRegion = "InHomeRegion";

/** The condition, as a template holds it. */
export function homeRegionCondition(home: string): Readonly<Record<string, unknown>> {
  return { [inHomeRegion]: { "Fn::Equals": [{ Ref: "AWS::Region" }, home] } };
}
