/**
 * The lowest and the highest of some figures, as they are shown.
 * @example '20', '33' → 'between 20 and 33'; '0', '0' → 'always 0'
 */
export function spreadInWords(lowest: string, highest: string): string {
  return lowest === highest ? `always ${highest}` : `between ${lowest} and ${highest}`
}
