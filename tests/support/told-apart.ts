import type { EditionTables } from '../../mocks/edition-tables.ts'
import type {
  EditionAnalysis,
  SeriesAnalysis,
  TestedSeries,
} from '../../src/domain/analysis/edition-analysis.ts'
import { type JudgedPart, judgePart } from '../../src/domain/analysis/judge-part.ts'
import { publishedFlag } from '../../src/domain/analysis/signal-words.ts'
import { needsProtection } from '../../src/domain/disclosure/protect.ts'
import type { DescribedKpi } from '../../src/domain/editions/describe-kpi.ts'
import type { Audience } from '../../src/domain/editions/publication.ts'
import type { Series } from '../../src/domain/figures/figure.ts'
import { isHedged } from '../../src/domain/findings/meanings.ts'
import { likelihoodName } from '../../src/domain/forecast/odds-words.ts'
import { notLikely, outlookAhead } from '../../src/domain/forecast/reached-target.ts'
import { claimedWays } from '../../src/domain/interventions/claimed-ways.ts'
import { borough, isCategoryDimension } from '../../src/domain/measures/measure.ts'
import { buildScorecard, type ScorecardRow } from '../../src/domain/scorecard/scorecard.ts'
import { describeTarget } from '../../src/features/overview/target-cell.ts'
import { promiseWordsApart, rowWordsApart, seriesWordsApart } from './words-apart.ts'

/**
 * What is told of one thing in two ways: what limits are called, for how many figures and how long, which category, high
 * or low is named, how many months from its plan, and which chance.
 */
function wordsApart(officers: Told, panel: Told, asOf: string): string[] {
  const pairs = <One>(own: readonly One[], told: readonly One[], nameOfOne: (one: One) => string) => {
    const exact = new Map(own.map((one) => [nameOfOne(one), one]))
    return told.flatMap((one) => {
      const name = nameOfOne(one)
      const same = exact.get(name)
      return same === undefined ? [] : [{ name, officers: same, panel: one }]
    })
  }
  return [
    ...pairs(seriesOf(officers), seriesOf(panel), nameOf).flatMap(seriesWordsApart),
    ...pairs(officers.rows, panel.rows, ({ id }) => id).flatMap((pair) => rowWordsApart(pair, asOf)),
    ...pairs(officers.analysis.impacts, panel.analysis.impacts, ({ milestone }) => milestone).flatMap(
      promiseWordsApart,
    ),
  ]
}

interface Told {
  analysis: EditionAnalysis
  rows: ScorecardRow[]
}

/**
 * Everything of an edition of which officers and the panel are told two things: whether a measure has changed, meets
 * its target and where it stands on its plan, what is flagged, what lies ahead, what became of a promise, what
 * followed a change, and the words of each (words-apart.ts). Where the panel is told nothing, nothing is apart.
 */
export function toldApart(tables: EditionTables, edition: number, asOf: string): string[] {
  const [officers, panel] = [tell(tables, edition, asOf, 'exact'), tell(tables, edition, asOf, 'protected')]
  return [
    ...variationsApart(officers, panel),
    ...quartersApart(officers, panel),
    ...rowsApart(officers, panel),
    ...flagsApart(officers, panel),
    ...promisesApart(officers, panel),
    ...changesApart(officers, panel),
    ...partsApart(tables, edition, asOf),
    ...wordsApart(officers, panel, asOf),
  ]
}

function tell(tables: EditionTables, edition: number, asOf: string, audience: Audience): Told {
  const analysis = tables.readAnalysis(edition, audience)
  const { kpis } = buildScorecard(
    tables.readKpis(edition, audience),
    ({ id }) => tables.readSeries(edition, audience, ({ kpi }) => kpi === id),
    tables.readPlan(edition, audience),
    asOf,
    new Map(analysis.rows.map(({ kpi, ...row }) => [kpi, row])),
  )
  return { analysis, rows: kpis }
}

const nameOf = ({ kpi, member }: { kpi: string; member: string }) => `${kpi} ${member}`

function seriesOf({ analysis }: Told) {
  return analysis.kpis.flatMap(({ kpi, series }) => series.map((one) => ({ kpi, ...one })))
}

function variationsApart(officers: Told, panel: Told): string[] {
  const exact = new Map(seriesOf(officers).map((one) => [nameOf(one), one]))
  return seriesOf(panel).flatMap((one) => {
    const own = exact.get(nameOf(one))
    if (!own) return []
    const name = nameOf(one)
    return [
      ...(one.notJudged === null && own.variation !== one.variation
        ? [`${name}: officers read “${own.headline}”, the panel “${one.headline}”`]
        : []),
      ...(one.notJudged === null && (isMixed(own) ? !isHedgedIn(one) : isMixed(one))
        ? [`${name}: officers read “${own.headline}”, the panel “${one.headline}”`]
        : []),
      ...apart(`${name}, ahead`, aheadOf(own), aheadOf(one)),
      ...apart(`${name}, ahead`, staysOf(own), staysOf(one)),
      ...apart(`${name}, claim`, claimOf(own), claimOf(one)),
      ...sinceApart(name, own.finding, one.finding),
    ]
  })
}

/** Whether figures speak for and against, so that neither improvement nor concern is claimed. */
function isMixed(one: SeriesAnalysis): boolean {
  return isHedgedIn(one) && one.meaning?.kind.includes('-') === true
}

function isHedgedIn({ meaning }: SeriesAnalysis): boolean {
  return meaning ? isHedged(meaning.kind) : false
}

/** What the panel is told of quarters, in place of months that are withheld, is what officers read of the months. */
function quartersApart(officers: Told, panel: Told): string[] {
  const exact = new Map(officers.analysis.rows.map((row) => [row.kpi, row]))
  return panel.analysis.rows.flatMap(({ kpi, coarser }) => {
    const own = exact.get(kpi)?.variation ?? null
    if (!coarser || own === coarser.variation) return []
    return [`${kpi}, ${coarser.words}: officers read ${own}, the panel ${coarser.variation}`]
  })
}

function aheadOf({ reach }: SeriesAnalysis): string | null {
  return reach.kind === 'kept' ? 'kept' : outlookAhead(reach)
}

/** Whether what is kept lasts; null where nothing is told of it. */
function staysOf({ reach }: SeriesAnalysis): string | null {
  return reach.kind === 'kept' && reach.stays ? likelihoodName(reach.stays.chance, notLikely.kept) : null
}

function claimOf({ claim }: SeriesAnalysis): string | null {
  return claim?.kind ?? null
}

function rowsApart(officers: Told, panel: Told): string[] {
  return panel.rows.flatMap((row) => {
    const own = officers.rows.find(({ id }) => id === row.id)
    if (!own) return []
    return [
      ...apart(`${row.id}, target`, sideOfTarget(own), sideOfTarget(row)),
      ...apart(`${row.id}, plan`, standingOf(own), standingOf(row)),
    ]
  })
}

/** Whether the latest figure meets its target, where that is what is told. */
function sideOfTarget(row: ScorecardRow): 'met' | 'missed' | null {
  const { verdict } = describeTarget(row, row.series.points.at(-1), false)
  switch (verdict) {
    case 'met':
    case 'met-in-all':
    case 'met-in-last':
    case 'met-now':
    case 'reliably-met':
      return 'met'
    case 'not-met':
    case 'missed-in-all':
    case 'missed-in-last':
    case 'missed-now':
    case 'reliably-missed':
      return 'missed'
    case 'by-chance':
    case 'met-in-some':
    case 'unknown':
    case 'none':
      return null
  }
}

function standingOf({ plan }: ScorecardRow): string | null {
  return plan.kind === 'position' ? plan.standing : null
}

function flagsApart(officers: Told, panel: Told): string[] {
  const keyOf = (one: TestedSeries) => `${one.tested} ${nameOf(one)}`
  const exact = new Map(officers.analysis.family.signals.map((one) => [keyOf(one), one]))
  return panel.analysis.family.signals.flatMap((one) => {
    const wayOf = (signal: TestedSeries | undefined) =>
      signal?.change
        ? `${signal.change.kind} ${signal.change.direction} since ${signal.change.since}`
        : 'no flag'
    const flagged = exact.get(keyOf(one))
    const own = wayOf(flagged)
    return one.change && own !== wayOf(one)
      ? [`${keyOf(one)}: officers ${own}, the panel ${wayOf(one)}`]
      : sinceApart(keyOf(one), flagged?.change?.sentence, one.change?.sentence)
  })
}

/** Since when figures move one way, and whether faster, or a level has lasted: the panel may read less, and no other. */
function sinceApart(name: string, officers = '', panel = ''): string[] {
  const told = /\b(rising|falling|lasting)( faster| more slowly)? since (\w{3} \d{4})/
  const [own, one] = [told.exec(officers), told.exec(panel)]
  const isOther = one && (own ? own[1] === one[1] && own[2] === one[2] && own[3] !== one[3] : one[2])
  return isOther || (one?.[2] && own?.[2] !== one[2])
    ? [`${name}, since: officers “${officers}”, the panel “${panel}”`]
    : []
}

function promisesApart(officers: Told, panel: Told): string[] {
  const exact = new Map(officers.analysis.impacts.map((one) => [one.milestone, one]))
  return panel.analysis.impacts.flatMap((one) => {
    const own = exact.get(one.milestone)
    const isTold = one.success !== 'unknown'
    return own && isTold ? apart(`${one.milestone}, promise`, own.success, one.success) : []
  })
}

const waysInWords = (ways: ReturnType<typeof claimedWays>) => ways && `${ways.level} ${ways.slope}`

function changesApart(officers: Told, panel: Told): string[] {
  const changesOf = ({ analysis }: Told) =>
    analysis.kpis.flatMap(({ kpi, changes }) =>
      changes.map(({ id, estimate }) => ({
        name: `${kpi}, after ${id}`,
        claim: waysInWords(claimedWays(estimate)),
      })),
    )
  const exact = new Map(changesOf(officers).map(({ name, claim }) => [name, claim]))
  return changesOf(panel).flatMap(({ name, claim }) => apart(name, exact.get(name) ?? null, claim))
}

/** Wholes, and the categories of a measure that has none, are analysed at publication. */
function isPart({ aggregation }: DescribedKpi, { dimension }: Pick<Series, 'dimension'>): boolean {
  return dimension !== borough.dimension && !(aggregation === 'X' && isCategoryDimension(dimension))
}

/** Parts of a breakdown are judged where they are read. */
function partsApart(tables: EditionTables, edition: number, asOf: string): string[] {
  const judge = (audience: Audience) => {
    const plan = tables.readPlan(edition, audience)
    const analyses = tables.readAnalysis(edition, audience).kpis
    return tables.readKpis(edition, audience).flatMap((kpi) => {
      const { hiddenParts } = analyses.find((one) => one.kpi === kpi.id) ?? {}
      const isRounded = audience === 'protected' && needsProtection(kpi)
      const { signals } = tables.readAnalysis(edition, audience).family
      return tables
        .readSeries(edition, audience, (one) => one.kpi === kpi.id && isPart(kpi, one))
        .map((part) => ({
          name: `${kpi.id} ${part.dimension} ${part.member}`,
          variation: wayOfPart(
            judgePart({ kpi, plan, asOf, isRounded, hiddenParts }, part, publishedFlag(kpi, signals, part)),
          ),
        }))
    })
  }
  const exact = new Map(judge('exact').map(({ name, variation }) => [name, variation]))
  return judge('protected').flatMap(({ name, variation }) => {
    const own = exact.get(name) ?? null
    return variation !== null && own !== variation ? [`${name}: officers ${own}, the panel ${variation}`] : []
  })
}

/** As its card has it: by its flag, where that stands in the place of what limits find. */
function wayOfPart(part: JudgedPart | null): string | null {
  if (part?.meaning?.direction === undefined) return part?.variation ?? null
  const { kind, direction } = part.meaning
  return `special_cause_${kind}${kind === 'neutral' ? (direction > 0 ? '_high' : '_low') : ''}`
}

function apart(what: string, officers: string | null, panel: string | null): string[] {
  return officers !== null && panel !== null && officers !== panel
    ? [`${what}: officers ${officers}, the panel ${panel}`]
    : []
}
