/** Whether an answer has something in each place of its lists: AWS leaves none empty. */
export function isWhole(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((each) => each !== null && isWhole(each));
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isWhole);
}
