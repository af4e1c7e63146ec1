/**
 * A title after the name of what it is about: one colon is enough.
 * @example 'Median wait', 'getting worse: above its usual range' → 'Median wait: getting worse, above its usual range'
 */
export function titleOf(subject: string, finding: string): string {
  return `${subject}: ${finding.replace(': ', ', ')}`
}
