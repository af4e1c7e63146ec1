import { describe, expect, it } from 'vitest'
import { publishAll } from '../../../../mocks/edition-tables.ts'
import type {
  KpiAnalysis,
  MilestoneImpact,
  TestedSeries,
} from '../../../../src/domain/analysis/edition-analysis.ts'
import type { Publication } from '../../../../src/domain/editions/publication.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { seededUniform } from '../../../../src/domain/statistics/seeded-numbers.ts'
import { aCouncil } from '../../../support/a-council.ts'

/** The same council with counts that differ, and round to the same. */
function otherWorld(seed: number) {
  const random = seededUniform(77 + seed)
  const council = aCouncil(seed)
  const counts = new Set(council.kpis.filter(({ unit }) => unit === 'count').map(({ id }) => id))
  const moved = [...council.figures].map((figure): Figure => {
    const { value } = figure
    if (value === null || value < 10 || !counts.has(figure.kpi)) return figure
    const others = [-2, -1, 1, 2].map((by) => value + by)
    const alike = others.filter((other) => Math.round(other / 5) === Math.round(value / 5))
    return { ...figure, value: alike[Math.floor(random() * alike.length)] ?? value }
  })
  return { ...council, figures: moved }
}

/** What the decision on one verdict makes public of the figures received of a measure, besides the figures published. */
function verdictsOf(
  received: KpiAnalysis,
  published: KpiAnalysis,
  { family }: ReturnType<typeof worldOf>,
): string {
  return JSON.stringify([
    family.signals.filter(({ kpi, change }) => kpi === published.kpi && change).map(flagOf),
    received.series.map(({ member, variation, byMethod, notJudged, special, segments, finding, claim }) => [
      member,
      variation,
      byMethod?.direction,
      byMethod?.since,
      // that a figure is set beside other years is told with the verdict
      byMethod?.because === 'season',
      notJudged?.because,
      special.at(-1),
      segments.at(-1)?.isMixed,
      finding.match(/(rose|fell|rising|falling|up|down)|\w{3} \d{4}/gi),
      claim,
    ]),
    published.series.map(({ reach, hidden, required, notJudged }) => [
      reach,
      hidden,
      required === null,
      notJudged?.because,
    ]),
    published.changes.map(({ estimate }) => estimate.kind),
    // quarters are figures that are published, and what is told of them verdicts
    published.coarser && [
      published.coarser.points,
      published.coarser.analysis && [
        published.coarser.analysis.variation,
        published.coarser.analysis.byMethod,
        published.coarser.analysis.special,
        published.coarser.analysis.notJudged,
        published.coarser.analysis.reach,
        published.coarser.analysis.segments.length,
      ],
    ],
  ])
}

/** Of what was flagged: whether, which way, since when, and how strongly. */
function flagOf({ pValue, qValue, change }: TestedSeries): string {
  return JSON.stringify([
    pValue,
    qValue,
    change && [change.kind, change.direction, change.since, change.expected],
  ])
}

function worldOf(world: Publication) {
  const tables = publishAll([world], 'Invented')
  const received = new Map(tables.readAnalysis(1, 'exact').kpis.map((kpi) => [kpi.kpi, kpi]))
  const { kpis, family, impacts } = tables.readAnalysis(1, 'protected')
  return { figures: tables.readSeries(1, 'protected', () => true), received, kpis, family, impacts }
}

describe('two worlds that publish the same figures', () => {
  it('read the same of all of which both have the same verdict', () => {
    const compared = { measures: 0, flags: 0, promises: 0 }
    for (let seed = 0; seed < 40; seed += 1) {
      const [one, other] = [worldOf(aCouncil(seed)), worldOf(otherWorld(seed))]
      expect(other.figures).toEqual(one.figures)
      for (const kpi of one.kpis) {
        const there = other.kpis.find((same) => same.kpi === kpi.kpi)
        const [here, beyond] = [one.received.get(kpi.kpi), other.received.get(kpi.kpi)]
        if (!here || !there || !beyond || verdictsOf(here, kpi, one) !== verdictsOf(beyond, there, other))
          continue
        compared.measures += 1
        expect(there).toEqual(kpi)
      }
      for (const flag of one.family.signals) {
        const there = other.family.signals.find(
          ({ kpi, member, tested }) => kpi === flag.kpi && member === flag.member && tested === flag.tested,
        )
        if (!there || flagOf(there) !== flagOf(flag)) continue
        compared.flags += 1
        expect(there).toEqual(flag)
      }
      for (const promise of one.impacts) {
        const there = other.impacts.find(({ milestone }) => milestone === promise.milestone)
        // on which side of what was promised a figure lies is a verdict; the figures themselves are not
        const verdictOf = ({ state, successSentence, chanceByDate }: MilestoneImpact) =>
          `${state} ${successSentence.replace(/\d+/g, '')} ${chanceByDate}`
        if (!there || verdictOf(there) !== verdictOf(promise)) continue
        compared.promises += 1
        expect(there).toEqual(promise)
      }
    }
    expect(compared.measures).toBeGreaterThan(150)
    expect(compared.flags).toBeGreaterThan(100)
    expect(compared.promises).toBeGreaterThan(150)
  })
})
