import { describe, expect, it } from 'vitest'
import { buildDemoPublications, demoKpis, demoOrganisation } from '../../../src/demo/demonstration.ts'
import type { Figure } from '../../../src/domain/figures/figure.ts'
import { addPeriods, frequencyOf } from '../../../src/domain/periods/period.ts'
import { figureIn, groupsOf, type Held, holdDemonstration, kpiOf, seriesIn, valueIn } from './held.ts'

const editions = holdDemonstration()
const newest = editions.at(-1) as Held

/** Faults are collected and compared with none, so that a failure names every one of them. */
function faults(check: (held: Held) => Iterable<string>): string[] {
  return editions.flatMap((held) => [...check(held)].map((fault) => `${held.publication.label}: ${fault}`))
}

function nameOf(figure: Figure): string {
  return `${figure.kpi} ${figure.period} ${figure.dimension} ${figure.member}`
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0)
}

/** Counts in tenths of a post are sums of decimals: compared to a millionth. */
function differ(a: number, b: number): boolean {
  return Math.abs(a - b) > 1e-6
}

function figuresOf(held: Held, keep: (figure: Figure) => boolean): Figure[] {
  return [...held.figures.values()].filter((figure) => figure.availability === 'present' && keep(figure))
}

const aggregationOf = new Map(demoKpis.map((kpi) => [kpi.id, kpi.aggregation]))

describe('the demonstration', () => {
  it('holds the 48 measures: 12, 7, 11, 9 and 9', () => {
    const themes = demoKpis.map(({ theme }) => theme)
    expect(new Set(demoKpis.map(({ id }) => id)).size).toBe(48)
    expect(
      ['waiting', 'allocations', 'safeguarding', 'direct-payments', 'supporting'].map(
        (theme) => themes.filter((one) => one === theme).length,
      ),
    ).toEqual([12, 7, 11, 9, 9])
  })

  it('says that it is illustrative', () => {
    expect(demoOrganisation.illustrative).toBe(true)
    expect(buildDemoPublications().filter(({ note }) => !note?.includes('Illustrative data'))).toEqual([])
  })

  it('is the same every time', () => {
    const whole = () => JSON.stringify(buildDemoPublications().map((one) => [...one.figures]))
    expect(whole()).toBe(whole())
  })

  it('gives no figure twice in one edition', () => {
    const repeated = editions.map(({ publication }) => {
      const keys = [...publication.figures].map(nameOf)
      return keys.length - new Set(keys).size
    })
    expect(repeated).toEqual([0, 0, 0, 0, 0])
  })

  it('holds at least 36 months of every measure, in its own frequency', () => {
    const short = demoKpis.filter(({ id, frequency }) => {
      const periods = new Set(
        figuresOf(newest, (figure) => figure.kpi === id && frequencyOf(figure.period) === frequency).map(
          ({ period }) => period,
        ),
      )
      return periods.size < (frequency === 'month' ? 41 : 13)
    })
    expect(short).toEqual([])
  })

  it('adds members up to the borough wherever they exclude each other, in every edition', () => {
    const wrong = faults((held) =>
      groupsOf(held).flatMap(({ whole, parts }) => {
        if (!whole || !['S', 'P', 'D'].includes(aggregationOf.get(whole.kpi) ?? '')) return []
        if (whole.denominator !== null) return []
        return sum(parts.map(({ value }) => value)) === (whole.value ?? 0) ? [] : [nameOf(parts[0] as Figure)]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('adds numerators and denominators of members up to the borough’s, in every edition', () => {
    const wrong = faults((held) =>
      groupsOf(held).flatMap(({ whole, parts }) => {
        if (whole?.denominator == null) return []
        const isSame =
          !differ(sum(parts.map(({ numerator }) => numerator)), whole.numerator ?? 0) &&
          !differ(sum(parts.map(({ denominator }) => denominator)), whole.denominator)
        return isSame ? [] : [nameOf(parts[0] as Figure)]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('adds cases behind medians up to the borough’s, and keeps its median among those of its parts', () => {
    const wrong = faults((held) =>
      groupsOf(held).flatMap(({ whole, parts }) => {
        if (!whole || aggregationOf.get(whole.kpi) !== 'M') return []
        const values = parts.map(({ value }) => value ?? Number.NaN)
        const value = whole.value ?? Number.NaN
        const isSame =
          sum(parts.map(({ n }) => n)) === whole.n &&
          Math.min(...values) <= value &&
          Math.max(...values) >= value
        return isSame ? [] : [nameOf(parts[0] as Figure)]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('stores every share as its counts give it, to one decimal', () => {
    const wrong = faults((held) =>
      figuresOf(held, ({ denominator }) => denominator !== null)
        .filter(({ kpi, value, numerator, denominator }) => {
          const scale = kpiOf(kpi).unit === 'percent' ? 100 : 1
          const share = (scale * (numerator ?? 0)) / (denominator ?? 0)
          return value === null || Math.abs(value - share) > 0.0500001
        })
        .map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('has whole, non-negative counts, and shares of at most 100 except of money', () => {
    const wrong = faults((held) =>
      figuresOf(held, (figure) => {
        const { unit, id } = kpiOf(figure.kpi)
        const value = figure.value ?? Number.NaN
        if (unit === 'count') return !Number.isInteger(value) || value < 0
        if (unit === 'percent' && figure.dimension !== 'comparator') {
          return !(value >= 0) || (value > 100 && id !== 'spend-against-budget')
        }
        return !(value > 0)
      }).map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('gives categories no total, and none above the cases of the period', () => {
    const categories = figuresOf(newest, ({ kpi }) => aggregationOf.get(kpi) === 'X')
    expect(categories.filter(({ dimension }) => dimension === 'borough')).toEqual([])
    expect(categories.filter(({ value, n }) => n === null || (value ?? 0) > n).map(nameOf)).toEqual([])
    const bases = new Map<string, Set<number | null>>()
    for (const { kpi, period, dimension, n } of categories) {
      if (dimension === 'type+town') continue
      const key = `${kpi}/${period}`
      bases.set(key, (bases.get(key) ?? new Set()).add(n))
    }
    expect([...bases].filter(([, base]) => base.size !== 1)).toEqual([])
  })

  it('adds a type in its towns up to the type, and the cases of towns up to all', () => {
    const wrong = faults((held) =>
      figuresOf(held, ({ dimension }) => dimension === 'type').flatMap((type) => {
        const inTowns = groupsByType.get(held)?.get(`${type.member}/${type.period}`) ?? []
        const isSame =
          sum(inTowns.map(({ value }) => value)) === type.value && sum(inTowns.map(({ n }) => n)) === type.n
        return isSame ? [] : [nameOf(type)]
      }),
    )
    expect(wrong).toEqual([])
  })
})

const groupsByType = new Map(
  editions.map((held) => {
    const groups = new Map<string, Figure[]>()
    for (const figure of figuresOf(held, ({ dimension }) => dimension === 'type+town')) {
      const key = `${figure.member.split(' · ')[0]}/${figure.period}`
      groups.set(key, [...(groups.get(key) ?? []), figure])
    }
    return [held, groups]
  }),
)

describe('measures that belong together', () => {
  const months = seriesIn(newest, 'sg-concerns').map(({ period }) => period)

  it('has the clients of a month from those before, starts and ends, in every edition', () => {
    const wrong = faults((held) =>
      seriesIn(held, 'dp-clients')
        .slice(1)
        .filter(
          ({ period, value }) =>
            value !==
            valueIn(held, 'dp-clients', addPeriods(period, -1)) +
              valueIn(held, 'dp-starts', period) -
              valueIn(held, 'dp-ends', period),
        )
        .map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('has between 5 and 30 direct payments start, and end, in every month of every edition', () => {
    const wrong = faults((held) =>
      [...seriesIn(held, 'dp-starts'), ...seriesIn(held, 'dp-ends')]
        .filter(({ value }) => (value ?? 0) < 5 || (value ?? 0) > 30)
        .map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('divides conversions and triage by the concerns, at every level', () => {
    const wrong = faults((held) =>
      figuresOf(held, ({ kpi }) => kpi === 'sg-conversion' || kpi === 'sg-triage-2wd')
        .filter(({ dimension }) => dimension !== 'comparator')
        .filter(
          ({ period, dimension, member, denominator }) =>
            denominator !== valueIn(held, 'sg-concerns', period, dimension, member),
        )
        .map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('starts no more enquiries than there are concerns, at every level', () => {
    const wrong = faults((held) =>
      figuresOf(held, ({ kpi }) => kpi === 'sg-s42-started')
        .filter(
          ({ period, dimension, member, value }) =>
            (value ?? 0) > valueIn(held, 'sg-concerns', period, dimension, member),
        )
        .map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('rests types of abuse and wishes asked on the same concluded enquiries', () => {
    const bases = months.map((period) => figureIn(newest, 'sg-type', period, 'type', 'Physical').n)
    expect(months.map((period) => figureIn(newest, 'sg-msp-asked', period).denominator)).toEqual(bases)
    expect(seriesIn(newest, 'sg-location', 'location', 'Own home').map(({ n }) => n)).toEqual(
      Array.from({ length: 14 }, (_, quarter) => sum(bases.slice(3 * quarter, 3 * quarter + 3))),
    )
  })

  it('counts adults with a payment in the community among all adults with one, at every level', () => {
    const wrong = faults((held) =>
      figuresOf(held, ({ kpi, dimension }) => kpi === 'dp-clients-share' && dimension !== 'comparator')
        .filter(
          ({ period, dimension, member, numerator }) =>
            (numerator ?? 0) > valueIn(held, 'dp-clients', period, dimension, member),
        )
        .map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('divides the carers of the year so far, at every level, and starts again each April', () => {
    const wrong = figuresOf(
      newest,
      ({ kpi, dimension }) => kpi === 'dp-carers-share' && dimension !== 'comparator',
    )
      .filter(({ period, dimension, member, numerator }) => {
        const quarter = Number(period.slice(-1))
        const year = Number(period.slice(0, 4))
        const month = quarter === 4 ? `${year + 1}-03` : `${year}-${String(3 + 3 * quarter).padStart(2, '0')}`
        return numerator !== valueIn(newest, 'dp-carers', month, dimension, member)
      })
      .map(nameOf)
    expect(wrong).toEqual([])
    const falls = seriesIn(newest, 'dp-carers').filter(
      ({ period, value }, index, all) =>
        index > 0 && (value ?? 0) < (all[index - 1]?.value ?? 0) && !period.endsWith('-04'),
    )
    expect(falls).toEqual([])
  })

  it('has at most half of cases within a limit that their median exceeds, at every level', () => {
    const pairs = [
      { share: 'care-act-within-28', median: 'care-act-wait-median', limit: 28 },
      { share: 'allocated-within-10wd', median: 'allocate-median', limit: 10 },
    ]
    const wrong = faults((held) =>
      pairs.flatMap(({ share, median, limit }) =>
        figuresOf(held, ({ kpi }) => kpi === median)
          .filter((figure) =>
            held.figures.has([share, figure.dimension, figure.member, figure.period].join('\u001f')),
          )
          .filter(({ period, dimension, member, value }) => {
            const { numerator, denominator } = figureIn(held, share, period, dimension, member)
            const twice = 2 * (numerator ?? 0)
            return (value ?? 0) > limit ? twice > (denominator ?? 0) : twice < (denominator ?? 0)
          })
          .map(nameOf),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('has nine in ten waits above the median, for the same cases', () => {
    const wrong = faults((held) =>
      figuresOf(held, ({ kpi }) => kpi === 'care-act-wait-p90')
        .filter(({ period, dimension, member, value, n }) => {
          const median = figureIn(held, 'care-act-wait-median', period, dimension, member)
          return (value ?? 0) < (median.value ?? 0) || n !== median.n
        })
        .map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('has as many high-priority cases without a worker as cases of high priority without one', () => {
    const wrong = faults((held) =>
      seriesIn(held, 'unallocated-high')
        .filter(
          ({ period, value }) => value !== valueIn(held, 'awaiting-allocation', period, 'priority', 'High'),
        )
        .map(nameOf),
    )
    expect(wrong).toEqual([])
  })

  it('has no group of carers shrink between April and March', () => {
    const wrong = figuresOf(newest, ({ kpi, period }) => kpi === 'dp-carers' && !period.endsWith('-04'))
      .filter(({ period, dimension, member, value }) => {
        const before = newest.figures.get(
          ['dp-carers', dimension, member, addPeriods(period, -1)].join('\u001f'),
        )
        return (value ?? 0) < (before?.value ?? 0)
      })
      .map(nameOf)
    expect(wrong).toEqual([])
  })

  it('keeps the budget of each area the same for a financial year', () => {
    const budgets = seriesIn(newest, 'spend-against-budget', 'budget-area', 'Older people')
      .filter(({ period }) => period >= '2024-04' && period <= '2025-03')
      .map(({ denominator }) => denominator)
    expect(new Set(budgets).size).toBe(1)
  })
})
