export const MANAGEMENT = "111111111111";
export const HUB = "222222222222";
export const UNIT = "ou-ab12-c3d4e5f6";
