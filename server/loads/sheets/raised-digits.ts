const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Joins the runs of a cell's text. Digits that are set above the line behind a figure are the number of a footnote: they
 * stay above it, so that they are not read as the figure's last.
 *
 * @example '412' and a superscript '1' → '412¹'
 */
export function createRunJoiner() {
  let isRaised = false
  return {
    open(tag: string, { val = '' }: Readonly<Record<string, string | undefined>>) {
      if (tag === 'r') isRaised = false
      else if (tag === 'vertAlign') isRaised = val === 'superscript'
    },
    close(tag: string) {
      if (tag === 'r') isRaised = false
    },
    join(before: string, piece: string): string {
      const isFootnote = isRaised && /[\d⁰¹²³⁴-⁹]$/u.test(before)
      return (
        before + (isFootnote ? piece.replaceAll(/\d/g, (digit) => raised[Number(digit)] ?? digit) : piece)
      )
    },
  }
}
