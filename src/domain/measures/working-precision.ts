/**
 * A computed level as files give it: two decimals more than the measure shows, enough to reckon on with and no binary
 * noise.
 * @example 84.79812 of a measure of whole days → 84.8
 */
export function toWorkingPrecision({ decimals }: { decimals: number }, value: number): number {
  return Number(value.toFixed(decimals + 2))
}
