import type { EditionAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
import { gridOf } from '../../src/domain/analysis/series-grid.ts'
import type { DescribedKpi } from '../../src/domain/editions/describe-kpi.ts'
import type { Series } from '../../src/domain/figures/figure.ts'
import { borough, targetAt } from '../../src/domain/measures/measure.ts'
import { judgeChange } from '../../src/domain/trends/facts/change-verdict.ts'
import type { SaidBesideFigures } from './contradictions.ts'

/** Every text of an analysis with the figures that it is about. */
export function saidIn(
  { kpis: analysed, family, impacts }: EditionAnalysis,
  kpis: readonly DescribedKpi[],
  series: readonly Series[],
  asOf: string,
): SaidBesideFigures[] {
  const beside = (
    id: string,
    dimension: string,
    member: string,
    texts: readonly string[],
    limitsFrom?: string,
  ) => {
    const kpi = kpis.find((one) => one.id === id)
    const own = series.find((one) => one.kpi === id && one.dimension === dimension && one.member === member)
    const grid = own && gridOf(own)
    if (!kpi || !grid) throw new Error(`no figures of ${id}`)
    const target = dimension === borough.dimension ? targetAt(kpi.targets, asOf.slice(0, 7)) : null
    // what a measure is called claims nothing
    const named = texts.map((text) => text.replaceAll(kpi.name, 'It'))
    return named.map((text) => ({
      text,
      ...grid,
      good: kpi.direction,
      target: target?.value ?? null,
      limitsFrom,
    }))
  }
  return [
    ...analysed.flatMap(({ kpi, series: all }) =>
      all.flatMap((one) => {
        const { dimension, member, headline, finding, paragraph, segments } = one
        const described = kpis.find(({ id }) => id === kpi)
        const verdict = described ? judgeChange(described, one) : null
        const page = verdict ? [`${headline}. ${verdict.words}. ${paragraph}`] : []
        return beside(kpi, dimension, member, [headline, finding, paragraph, ...page], segments.at(-1)?.from)
      }),
    ),
    ...family.signals.flatMap(({ kpi, dimension, member, change, tested }) =>
      change && tested === 'series'
        ? beside(kpi, dimension, member, [change.sentence, ...(change.seen ? [change.seen] : [])])
        : [],
    ),
    // of a promise what its sentences say of one another is looked at: they name their figures themselves
    ...impacts.map(({ successSentence, sentence }) => ({
      text: `${successSentence} ${sentence}`,
      ...noFigures,
    })),
  ]
}

const noFigures = { periods: [], values: [], good: 'neutral', target: null } as const
