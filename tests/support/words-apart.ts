import type { MilestoneImpact, SeriesAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
import { chanceInWords } from '../../src/domain/forecast/chance-words.ts'
import type { ScorecardRow } from '../../src/domain/scorecard/scorecard.ts'
import { buildRow } from '../../src/features/overview/scorecard-model.ts'

/** What one audience is told of one thing, and the same thing told to the other. */
interface Pair<Told> {
  name: string
  officers: Told
  panel: Told
}

/**
 * What two audiences read of one series, where both read something: of what limits are, for how many figures and since
 * when, and which chances.
 */
export function seriesWordsApart({ name, officers, panel }: Pair<SeriesAnalysis>): string[] {
  const texts = ({ headline, finding, paragraph }: SeriesAnalysis) => [headline, finding, paragraph].join(' ')
  const [own, told] = [texts(officers), texts(panel)]
  return [
    ...otherOf(`${name}, range`, rangesIn(own), rangesIn(told)),
    ...otherOf(`${name}, run`, runsIn(own), runsIn(told)),
    ...otherOf(`${name}, chances`, chancesIn(officers.paragraph), chancesIn(panel.paragraph)),
    ...otherOf(`${name}, met so far`, metIn(officers.paragraph), metIn(panel.paragraph)),
    ...movementsApart(name, officers, panel),
  ]
}

/** Of a row of the scorecard: which category it shows, what its limits are called, and its highs and lows. */
export function rowWordsApart({ name, officers, panel }: Pair<ScorecardRow>, asOf: string): string[] {
  const [own, told] = [buildRow(officers, asOf), buildRow(panel, asOf)]
  const [one, other] = [officers.category?.member, panel.category?.member]
  if (one !== other)
    return / moved most$/.test(told.unit) ? [`${name}, category: officers ${one}, the panel ${other}`] : []
  // of a latest figure that is withheld the row tells of the last that is shown
  if (panel.analysis?.notJudged) return []
  return [
    ...otherOf(`${name}, range of the row`, rangesIn(own.history), rangesIn(told.history)),
    ...otherOf(`${name}, high or low`, extremesIn(own.history), extremesIn(told.history)),
  ]
}

/** Of a promise: for how long and from when it was kept, and its chance. */
export function promiseWordsApart({ name, officers, panel }: Pair<MilestoneImpact>): string[] {
  const chance = ({ chanceByDate }: MilestoneImpact) =>
    chanceByDate === null ? [] : [chanceInWords(chanceByDate)]
  return [
    ...otherOf(`${name}, chance`, chance(officers), chance(panel)),
    ...otherOf(`${name}, kept`, keptIn(officers.successSentence), keptIn(panel.successSentence)),
  ]
}

/** What the panel reads that officers do not: it may read less, and nothing else. */
function otherOf(what: string, officers: readonly string[], panel: readonly string[]): string[] {
  const other = panel.filter((one) => !officers.includes(one))
  return other.length > 0
    ? [`${what}: officers ${officers.join(', ') || 'nothing'}, the panel ${other.join(', ')}`]
    : []
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([all]) => all.toLowerCase())
}

const rangesIn = (text: string) => found(text, /limits drawn|usual range/gi)
const runsIn = (text: string) =>
  found(
    text,
    /\b\w+(?= figures (?:are all (?:above|below) the mean|go (?:up|down) without))|\b\w+(?= months (?:above|below) the mean)/gi,
  ).filter((words) => words !== 'more')
const chancesIn = (text: string) =>
  found(text, /the chance (?:is|of|that)[^.]*\.|about \d+ of \d+ \w+/gi).flatMap((words) =>
    found(words, /\d+%|about \d+ of \d+/gi),
  )
const metIn = (text: string) => found(text, /\w+ figures? met it|no figure so far/gi)
const extremesIn = (text: string) =>
  found(text, /(?<=with )a (?:high|low) of .*/gi)
    .flatMap((words) => found(words, /(?:high|low) of [^ ]+ in \w{3} \d{4}/gi))
    .map((words) => words.replace(/of [^ ]+ /, ''))
const keptIn = (text: string) => [
  ...found(
    text,
    /(?<=kept up for |the last time for |kept for no more than |met again for |met for )\d+ [^(.:,]*(?:\([^)]*\))?/gi,
  ),
  ...found(text, /(?<=in every \w+ since )[^:.,]*/gi),
]

function movementsApart(name: string, officers: SeriesAnalysis, panel: SeriesAnalysis): string[] {
  const isMoved = (one: SeriesAnalysis) =>
    /may be chance|; no evidence of (?:change|a further)|too few to tell/.test(one.headline)
  return panel.notJudged === null && isMoved(officers) && !isMoved(panel)
    ? [`${name}, movement: officers “${officers.headline}”, the panel “${panel.headline}”`]
    : []
}
