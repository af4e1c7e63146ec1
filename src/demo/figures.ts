import type { Figure } from '../domain/figures/figure.ts'
import type { KpiDefinition } from '../domain/measures/measure.ts'
import { type Counts, readCounts } from './counts.ts'
import { readCategoryMeasure } from './measures/category-measure.ts'
import { readCountMeasure } from './measures/count-measure.ts'
import { readMedianMeasure } from './measures/median-measure.ts'
import type { MemberValue, ReadMeasure } from './measures/member-value.ts'
import { readShareMeasure } from './measures/share-measure.ts'
import type { CountModel, MeasureModel, ThemeModel } from './model.ts'
import {
  demoFrequency,
  demoPeriods,
  editionBefore,
  isMissing,
  periodIndex,
  periodsHeld,
  provisionalMonths,
  restatements,
  type Vintage,
} from './timeline.ts'

interface Reader {
  kpi: KpiDefinition
  isFinalAtOnce: boolean
  read: ReadMeasure
}

/** Figures of each edition in turn: all of them in the first, then only what is new, settled or restated. */
export function readFigures(
  kpis: readonly KpiDefinition[],
  themes: readonly ThemeModel[],
): (vintage: Vintage) => Figure[] {
  const counts = themes.flatMap((theme) => theme.counts)
  const models = new Map(themes.flatMap((theme) => theme.measures).map((model) => [model.kpi, model]))
  const readers = kpis.map((kpi) => readerOf(kpi, models, counts))
  const countsAt = readCounts(counts)
  return (vintage) => {
    const known = countsAt(vintage)
    return readers.flatMap((reader) => figuresOf(reader, known, vintage))
  }
}

function readerOf(
  kpi: KpiDefinition,
  models: ReadonlyMap<string, MeasureModel>,
  counts: readonly CountModel[],
): Reader {
  const model = models.get(kpi.id)
  if (!model) throw new RangeError(`The demonstration has no series for "${kpi.id}"`)
  const count = counts.find((one) => one.id === kpi.id)
  switch (model.kind) {
    case 'count':
      return {
        kpi,
        isFinalAtOnce: count?.isFinalAtOnce ?? false,
        read: readCountMeasure(kpi.id, count?.by ?? []),
      }
    case 'share': {
      const median = model.agreesWith && models.get(model.agreesWith.kpi)
      return {
        kpi,
        isFinalAtOnce: model.isFinalAtOnce ?? false,
        read: readShareMeasure(
          model,
          kpi.unit === 'ratio' ? 'ratio' : 'percent',
          median?.kind === 'median' ? readMedianMeasure(median) : null,
        ),
      }
    }
    case 'median':
      return { kpi, isFinalAtOnce: false, read: readMedianMeasure(model) }
    case 'categories':
      return { kpi, isFinalAtOnce: false, read: readCategoryMeasure(model) }
  }
}

function figuresOf({ kpi, isFinalAtOnce, read }: Reader, counts: Counts, vintage: Vintage): Figure[] {
  const periods = demoPeriods[demoFrequency(kpi.frequency)]
  const held = periodsHeld(kpi, vintage)
  const isNew = vintage.number === 1 || held > periodsHeld(kpi, editionBefore(vintage))
  const settles = kpi.frequency === 'month' && !isFinalAtOnce
  const first =
    vintage.number === 1 ? 0 : isNew ? Math.max(0, held - 1 - (settles ? provisionalMonths : 0)) : held
  const restated = restatements
    .filter((one) => one.count === kpi.id && one.inEdition === vintage.number)
    .map(({ period }) => periodIndex(period))
  const figures: Figure[] = []
  for (let index = 0; index < held; index += 1) {
    const period = periods[index]
    if (period === undefined || (index < first && !restated.includes(index))) continue
    const provisional = settles && held - index <= provisionalMonths
    for (const value of read(counts, index)) {
      figures.push(figureOf(kpi.id, period, value, provisional, vintage.dataAsAt))
    }
  }
  return figures
}

function figureOf(
  kpi: string,
  period: string,
  { dimension, member, value, numerator, denominator, n }: MemberValue,
  provisional: boolean,
  asAt: string,
): Figure {
  return isMissing(kpi, period)
    ? {
        kpi,
        dimension,
        member,
        period,
        value: null,
        numerator: null,
        denominator: null,
        n: null,
        availability: 'missing',
        provisional: false,
        asAt,
      }
    : {
        kpi,
        dimension,
        member,
        period,
        value,
        numerator,
        denominator,
        n,
        availability: 'present',
        provisional,
        asAt,
      }
}
