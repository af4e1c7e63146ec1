import { numberInWords } from '../../measures/format.ts'
import { capital } from '../../measures/letter-case.ts'
import type { Multiple } from './small-multiples.ts'

/** More names than this in a title are a list. */
const mostNamed = 3

/**
 * What the parts of a breakdown say, as its title: those whose latest figure stands out, then what was flagged of
 * others, then the rest. Nothing stronger than each one's own limits say, and what cannot be judged is said.
 *
 * @example 'Evidence that Southall is getting worse; no evidence of real change in the other six'
 */
export function titleParts({ multiples }: { multiples: readonly Multiple[] }): string {
  const of = (kind: Kind) =>
    multiples.filter((multiple) => kindOf(multiple) === kind).map(({ label }) => label)
  const [worse, better, changed, flagged] = [of('concern'), of('improvement'), of('neutral'), of('flagged')]
  const [unchanged, unjudged] = [of('none').length, of('unjudged').length]
  const named = worse.length + better.length + changed.length + flagged.length
  if (unjudged === multiples.length) return 'Change is not judged for any part'
  const clauses = [
    worse.length > 0
      ? `evidence that ${namesOf(worse)} ${worse.length === 1 ? 'is' : 'are'} getting worse`
      : '',
    better.length > 0 ? `evidence of real improvement in ${namesOf(better)}` : '',
    changed.length > 0 ? `evidence of real change in ${namesOf(changed)}` : '',
    flagged.length > 0 ? `recent change flagged in ${namesOf(flagged)}` : '',
    unchanged > 0 ? `no evidence of real change in ${restOf(unchanged, named, unjudged)}` : '',
    unjudged > 0 ? `${numberInWords(unjudged)} cannot be judged` : '',
  ]
  return capital(clauses.filter(Boolean).join('; '))
}

type Kind = 'concern' | 'improvement' | 'neutral' | 'flagged' | 'none' | 'unjudged'

function kindOf({ verdict, flag, absence }: Multiple): Kind {
  const icon = absence === null ? (verdict?.icon ?? 'not-judged') : 'not-judged'
  if (icon.startsWith('concerning')) return 'concern'
  if (icon.startsWith('improving')) return 'improvement'
  if (icon.startsWith('changed')) return 'neutral'
  if (flag !== null) return 'flagged'
  return icon === 'common-cause' ? 'none' : 'unjudged'
}

/** @example 'Acton and Southall'; of more than three 'five parts' */
function namesOf(labels: readonly string[]): string {
  if (labels.length > mostNamed) return `${numberInWords(labels.length)} parts`
  return labels.length < 2 ? (labels[0] ?? '') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`
}

function restOf(unchanged: number, named: number, unjudged: number): string {
  // "the other" are all of them: where some cannot be judged, they are only some
  if (named > 0 && unjudged > 0) return unchanged === 1 ? 'one other' : `${numberInWords(unchanged)} others`
  if (named > 0) return unchanged === 1 ? 'the other' : `the other ${numberInWords(unchanged)}`
  return unjudged > 0
    ? `the ${numberInWords(unchanged)} that can be judged`
    : `any of the ${numberInWords(unchanged)} parts`
}
