import type { SpecialCauseMeaning, ToldMeaning } from '../../findings/meanings.ts'
import { numberInWords } from '../../measures/format.ts'
import { capital, lowerFirst } from '../../measures/letter-case.ts'
import type { Multiple } from './small-multiples.ts'

/** More names than this in a title are a list. */
const mostNamed = 3

type TitledPart = Pick<Multiple, 'label' | 'verdict' | 'meaning' | 'absence' | 'flag'>

/**
 * What the parts of a breakdown say, as its title: those whose latest figure stands out, worse before better, each as
 * its own card has it; then what was flagged of others, then the rest. Nothing stronger than each one's own limits
 * say, and what cannot be judged is said.
 *
 * @example 'Evidence that Southall is getting worse; worse than usual in Acton; no evidence of real change in the other
 * five'
 */
export function titleParts({ multiples }: { multiples: readonly TitledPart[] }): string {
  const kinds = multiples.map((part) => kindOf(part).kind)
  const of = (kind: Kind) => kinds.filter((one) => one === kind).length
  const [unchanged, unjudged] = [of('none'), of('unjudged')]
  if (unjudged === multiples.length) return 'Change is not judged for any part'
  const clauses = [
    ...changesOfParts(multiples, 'parts'),
    unchanged > 0
      ? `no evidence of real change in ${restOf(unchanged, multiples.length - unchanged - unjudged, unjudged)}`
      : '',
    unjudged > 0 ? `${numberInWords(unjudged)} cannot be judged` : '',
  ]
  return capital(clauses.filter(Boolean).join('; '))
}

/**
 * One clause for those that went alike; none of those of which nothing is found.
 * @param named what many of them are called together
 * @example 'evidence of real change upwards in Domestic'
 */
export function changesOfParts(parts: readonly TitledPart[], named: string): string[] {
  const told = parts.map((part) => ({ label: part.label, ...kindOf(part) }))
  return tellingKinds.flatMap((kind) =>
    [
      ...Map.groupBy(
        told.filter((part) => part.kind === kind),
        sameWords,
      ).values(),
    ].map((alike) => clauseOf(alike, named)),
  )
}

/** In the order of a title; `worse` and its like weigh the stretch against the year, or tell of a level that has lasted. */
const tellingKinds = [
  'concern',
  'flagged-concern',
  'worse',
  'improvement',
  'flagged-improvement',
  'better',
  'changed',
  'high-or-low',
  'flagged',
] as const
type Kind = (typeof tellingKinds)[number] | 'none' | 'unjudged'

interface Told {
  kind: Kind
  /** before the names; of those alike one clause is made */
  words: string
  /** after them: since when a level has lasted */
  since?: string
}

const sameWords = ({ words, since = '' }: Told) => `${words} ${since}`

function kindOf({ verdict, meaning, flag, absence }: TitledPart): Told {
  const icon = absence === null ? (verdict?.icon ?? 'not-judged') : 'not-judged'
  if (meaning && icon !== 'not-judged') {
    if (meaning.direction !== undefined) return flaggedAs[meaning.kind] ?? flagged
    return { kind: sideOf(meaning.kind), ...inTitle(meaning, wayOf(icon)) }
  }
  if (icon.startsWith('concerning')) return { kind: 'concern', words: '' }
  if (icon.startsWith('improving')) return { kind: 'improvement', words: 'evidence of real improvement' }
  if (icon.startsWith('changed')) return { kind: 'changed', words: `evidence of real change ${wayOf(icon)}` }
  if (flag !== null) return flagged
  return { kind: icon === 'common-cause' ? 'none' : 'unjudged', words: '' }
}

const flagged: Told = { kind: 'flagged', words: 'recent change flagged' }
const flaggedAs: Partial<Record<SpecialCauseMeaning, Told>> = {
  concern: { kind: 'flagged-concern', words: 'recent concern flagged' },
  improvement: { kind: 'flagged-improvement', words: 'recent progress flagged' },
}

function sideOf(meaning: SpecialCauseMeaning): Kind {
  if (meaning === 'concern' || meaning.startsWith('worse')) return 'worse'
  if (meaning === 'improvement' || meaning.startsWith('better')) return 'better'
  return meaning === 'neutral' ? 'changed' : 'high-or-low'
}

const wayOf = (icon: string) => (icon.endsWith('high') ? 'upwards' : 'downwards')

/**
 * The first half of what a card says: its other half is the card's, beside the figures.
 * @example 'Worse than usual, but better than a year before' → 'worse than usual'; 'Worse, lasting since Jun 2024' →
 * 'worse', 'since Jun 2024'
 */
function inTitle({ kind, words }: ToldMeaning, way: string): Pick<Told, 'words' | 'since'> {
  const [first = '', second = ''] = lowerFirst(words).split(', ')
  const lasting = 'lasting '
  return {
    words: kind === 'neutral' ? `${first} ${way}` : first,
    ...(second.startsWith(lasting) ? { since: second.slice(lasting.length) } : {}),
  }
}

function clauseOf(parts: readonly (Told & { label: string })[], named: string): string {
  const names = namesOf(
    parts.map(({ label }) => label),
    named,
  )
  const [first] = parts
  if (!first) return ''
  return first.kind === 'concern'
    ? `evidence that ${names} ${parts.length === 1 ? 'is' : 'are'} getting worse`
    : [`${first.words} in ${names}`, first.since].filter(Boolean).join(' ')
}

/** @example 'Acton and Southall'; of more than three 'five parts' */
function namesOf(labels: readonly string[], named: string): string {
  if (labels.length > mostNamed) return `${numberInWords(labels.length)} ${named}`
  return labels.length < 2 ? (labels[0] ?? '') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`
}

function restOf(unchanged: number, named: number, unjudged: number): string {
  // "the other" are all of them: where some cannot be judged, they are only some
  if (named > 0 && unjudged > 0) return unchanged === 1 ? 'one other' : `${numberInWords(unchanged)} others`
  if (named > 0) return unchanged === 1 ? 'the other' : `the other ${numberInWords(unchanged)}`
  if (unjudged > 0) return `the ${numberInWords(unchanged)} that can be judged`
  if (unchanged === 1) return 'its one part'
  return unchanged === 2 ? 'either part' : `any of the ${numberInWords(unchanged)} parts`
}
