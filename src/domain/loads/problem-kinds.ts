/**
 * What is said of a place without what it is said of: quoted cells, figures and periods. Problems of which the same is
 * left are of one kind.
 *
 * @example '"45,2" is not a number' → '… is not a number'; '9000 is 290 times the middle value' → '… is … times the middle value'
 */
export function kindOfProblem(message: string): string {
  return message
    .replaceAll(/"[^"]*"/g, '…')
    .replaceAll(/FY\d{4}-\d{2}|-?\d[\d.,:]*(-(Q?\d+))*%?/g, '…')
    .replaceAll(/…( (to|and|,) …)+/g, '…')
}
