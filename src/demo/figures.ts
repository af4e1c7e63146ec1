import type { Figure } from '../domain/figures/figure.ts'
import type { KpiDefinition } from '../domain/measures/measure.ts'
import { type Counts, readCounts } from './counts.ts'
import type { DimensionId } from './dimensions.ts'
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
  newestMonth,
  periodIndex,
  periodsHeld,
  provisionalMonths,
  restatements,
  type Vintage,
} from './timeline.ts'

interface Reader {
  kpi: KpiDefinition
  /** when its figures become final: as soon as read, two months later, or with the months of the quarter */
  settles: 'at-once' | 'monthly' | 'with-its-months'
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
  return {
    kpi,
    settles: settlingOf(kpi, { ...count, ...model }),
    read: readMeasure(kpi, model, models, count?.by ?? []),
  }
}

function settlingOf(
  kpi: KpiDefinition,
  model: { isFinalAtOnce?: boolean; settlesWithMonths?: boolean },
): Reader['settles'] {
  if (model.isFinalAtOnce) return 'at-once'
  if (kpi.frequency === 'month') return 'monthly'
  return model.settlesWithMonths ? 'with-its-months' : 'at-once'
}

function readMeasure(
  kpi: KpiDefinition,
  model: MeasureModel,
  models: ReadonlyMap<string, MeasureModel>,
  by: readonly DimensionId[],
): ReadMeasure {
  switch (model.kind) {
    case 'count':
      return readCountMeasure(kpi.id, by)
    case 'share': {
      const median = model.agreesWith && models.get(model.agreesWith.kpi)
      return readShareMeasure(
        model,
        kpi.unit === 'ratio' ? 'ratio' : 'percent',
        median?.kind === 'median' ? readMedianMeasure(median) : null,
      )
    }
    case 'median':
      return readMedianMeasure(model)
    case 'categories':
      return readCategoryMeasure(model)
  }
}

function figuresOf(reader: Reader, counts: Counts, vintage: Vintage): Figure[] {
  const { kpi } = reader
  const periods = demoPeriods[demoFrequency(kpi.frequency)]
  const held = periodsHeld(kpi, vintage)
  const first = firstPublished(reader, held, vintage)
  const restated = restatements
    .filter((one) => one.count === kpi.id && one.inEdition === vintage.number)
    .map(({ period }) => periodIndex(period))
  const figures: Figure[] = []
  for (let index = 0; index < held; index += 1) {
    const period = periods[index]
    if (period === undefined || (index < first && !restated.includes(index))) continue
    const provisional = isProvisional(reader, index, held, vintage)
    for (const value of reader.read(counts, index)) {
      figures.push(figureOf(kpi.id, period, value, provisional, vintage.dataAsAt))
    }
  }
  return figures
}

/** The first period that an edition brings: the new one, and those before it that may still have moved. */
function firstPublished({ kpi, settles }: Reader, held: number, vintage: Vintage): number {
  if (vintage.number === 1) return 0
  if (settles === 'with-its-months') return held - 1
  const isNew = held > periodsHeld(kpi, editionBefore(vintage))
  if (!isNew) return held
  return settles === 'monthly' ? held - 1 - provisionalMonths : held - 1
}

function isProvisional({ settles }: Reader, index: number, held: number, vintage: Vintage): boolean {
  switch (settles) {
    case 'at-once':
      return false
    case 'monthly':
      return held - index <= provisionalMonths
    case 'with-its-months':
      return newestMonth(vintage) - (3 * index + 2) < provisionalMonths
  }
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
