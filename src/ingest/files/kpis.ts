import {
  type Aggregation,
  aggregations,
  directions,
  disclosureClasses,
  type KpiDefinition,
  type RateBase,
  rateBases,
  themes,
  type Unit,
  units,
} from '../../domain/measures/measure.ts'
import { monthOf } from '../../domain/periods/calendar.ts'
import type { Frequency } from '../../domain/periods/period.ts'
import { readAddsUp } from '../adds-up.ts'
import type { Cells } from '../cells.ts'
import type { RecordFile } from '../record-file.ts'

const frequencies: readonly Frequency[] = ['month', 'quarter', 'year']

/**
 * kpis.csv: definitions. A target given here holds from the month in which the definition begins; targets.csv
 * tells a longer history.
 */
export const kpisFile: RecordFile<KpiDefinition> = {
  columns: {
    required: [
      'kpi_id',
      'name',
      'theme',
      'unit',
      'agg',
      'direction',
      'freq',
      'decimals',
      'target',
      'target_date',
      'sdc',
      'code',
      'version',
      'valid_from',
    ],
    optional: [
      'definition',
      'numerator',
      'denominator',
      'owner_role',
      'source',
      'due_day',
      'one',
      'many',
      'per',
      'percentile',
      'service',
      'negative',
      'adds_up',
    ],
  },
  read(cells) {
    const id = cells.needed('kpi_id')
    if (id && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      cells.fault(
        'kpi_id',
        'kpi_id cannot be the id of a measure',
        'use small letters, digits and hyphens: ot-waiting',
      )
    }
    const aggregation = cells.choice<Aggregation>('agg', aggregations)
    const validFrom = cells.neededDate('valid_from')
    const unit = cells.choice('unit', units)
    if ((unit === 'percent' || unit === 'ratio') && (aggregation === 'S' || aggregation === 'P')) {
      cells.notice(
        'agg',
        `agg ${aggregation} says that a ${unit} is added up over groups, and it cannot be`,
        'write W, with numerator and denominator in its figures; D where people are counted once; M for a median',
      )
    }
    const target = cells.number('target')
    const by = cells.date('target_date')
    return {
      id,
      name: cells.needed('name'),
      theme: cells.choice('theme', themes),
      unit,
      aggregation,
      direction: cells.choice('direction', directions),
      frequency: cells.choice('freq', frequencies),
      decimals: cells.integer('decimals', 0, 6) ?? 0,
      per: readPer(cells, unit),
      percentile: readPercentile(cells, aggregation),
      ...(readNegative(cells) ? { negative: true } : {}),
      ...readAddsUp(cells, aggregation),
      definition: cells.text('definition') ?? 'No definition was given.',
      numerator: cells.text('numerator'),
      denominator: cells.text('denominator'),
      one: cells.text('one'),
      many: cells.text('many'),
      owner: cells.text('owner_role') ?? 'Not recorded',
      service: cells.text('service'),
      source: cells.text('source') ?? 'Not recorded',
      code: cells.text('code'),
      sdc: cells.choice('sdc', disclosureClasses, 'people'),
      version: cells.integer('version', 1, 100_000) ?? 1,
      validFrom,
      dueDay: cells.integer('due_day', 1, 250),
      targets:
        target === null
          ? []
          : [
              {
                from: monthOf(validFrom),
                value: target,
                lower: null,
                upper: null,
                by,
                setBy: 'Not recorded',
              },
            ],
    }
  },
  identify: ({ id }) => id,
}

/** Whether figures may be below nought. Differences of counts of people would give the counts away. */
function readNegative(cells: Cells): boolean {
  if (cells.choice('negative', ['yes', 'no'], 'no') === 'no') return false
  const sdc = cells.text('sdc')
  if (sdc !== 'none' && sdc !== 'already-published') {
    cells.fault(
      'negative',
      'a change or variance is not protected, and this measure has to be',
      'give the counts themselves, whose changes are told; or sdc none, where nobody is counted',
    )
  }
  return true
}

/** Which percentile a measure is. One that does not say is protected as those are that rest on a few. */
function readPercentile(cells: Cells, aggregation: Aggregation): number | null {
  const given = cells.integer('percentile', 1, 99)
  if (aggregation === 'M') {
    if (given === null)
      cells.notice(
        'percentile',
        'the measure does not say which percentile it is: for the public it then needs 20 cases, not 8',
        'write 50 in percentile for a median, 90 for the days within which nine in ten are seen',
      )
    return given
  }
  if (given === null) return null
  return cells.fault(
    'percentile',
    'only a median or percentile (agg M) has one',
    'leave percentile empty, or write M in agg',
  )
}

/** What a rate is per. One that does not say keeps what was published of it before (assembleRecords). */
function readPer(cells: Cells, unit: Unit): RateBase | null {
  const given = cells.number('per')
  if (given === null) return null
  const per = rateBases.find((base) => base === given)
  if (unit === 'rate' && per) return per
  return cells.fault(
    'per',
    unit === 'rate' ? 'a rate cannot be per this' : 'only a rate is per something',
    unit === 'rate' ? `give one of ${rateBases.join(', ')}` : 'leave per empty, or write rate in unit',
  )
}
