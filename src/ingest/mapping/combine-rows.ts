import { carriesOver, type KpiDefinition } from '../../domain/measures/measure.ts'
import type { MappedObservation } from '../apply-mapping.ts'
import { parseNumber } from '../parse-number.ts'
import { parsePeriod } from '../parse-period.ts'
import { type Place, problemAt, type Report } from '../problem.ts'
import { makeValue, sumOf, written } from './arithmetic.ts'
import { orderOf } from './row-order.ts'
import { noRows, type RowSizes, reportSumAmongRows, withRow } from './sum-among-rows.ts'

/** Figures that rows of one file are combined into: what is summed is held until the last row. */
const mostGroups = 200_000

/** Forms of which several texts are one month. */
const formsOfDays = new Set<string>([
  'date',
  'day-first-date',
  'month-first-date',
  'day-month-name',
  'excel-serial',
  'iso-week',
])

const counts = ['numerator', 'denominator', 'n'] as const

interface Group {
  line: number
  rows: number
  /** the row that stands for the others; of first and last, the one that is it */
  shown: MappedObservation
  order: string | number | null
  operands: Sum[]
  counts: Record<(typeof counts)[number], Sum>
  /** of rows that are added up */
  sizes: RowSizes
  isProvisional: boolean
  asAt: string
}

/** A sum as far as it has come; withheld or missing as soon as one of its rows is. */
interface Sum {
  total: number
  absent: '' | '[c]' | '[x]'
}

export interface CombinedRow {
  observed: MappedObservation
  line: number
}

/**
 * Makes one figure of several rows of a file: their sum, how many they are, or the first or last of them. A row whose
 * measure, period or numbers cannot be read is given back as it is, to be refused at its place.
 */
export function createCombiner(kpis: ReadonlyMap<string, KpiDefinition>, report: Report) {
  const groups = new Map<string, Group>()
  const refused = new Set<string>()
  /** the day that the rows of a figure are of, as it is written */
  const days = new Map<string, string>()
  let isTooMany = false

  function take(observed: MappedObservation, line: number): CombinedRow | null {
    const kpi = kpis.get(observed.texts.kpi_id)
    const rows = observed.output.combine?.rows
    const { texts, form, periodRule } = observed
    const period = kpi && parsePeriod(texts.period, form, kpi.frequency, periodRule)
    if (!kpi || !period || !rows) return { observed, line }
    if (rows === 'sum' && !isAddable(kpi, observed)) return null
    if (rows === 'sum' && isOfAnotherDay(kpi, observed, period)) return null
    const order = rows === 'first' || rows === 'last' ? readOrder(observed) : null
    if (order === undefined) return null
    // refused at its place: in a sum nobody would see its sign
    const hasForeignSign = kpi.unit !== 'percent' && texts.value.endsWith('%')
    const read = hasForeignSign ? null : sumsOf(observed)
    if (!read && (rows === 'sum' || rows === 'count')) return { observed, line }
    const key = [kpi.id, texts.dimension, texts.member, period].join('\u001f')
    const group = groups.get(key)
    if (group) join(group, observed, line, read, order)
    else if (groups.size < mostGroups) groups.set(key, begin(observed, line, read, order))
    else if (!isTooMany) {
      isTooMany = true
      report(
        problemAt(observed.place('value')).error(
          `the rows of this file are of more than ${mostGroups} figures`,
          'load fewer periods at once',
        ),
      )
    }
    return null
  }

  /** Adding shares, medians or days says nothing, so their parts are added and then divided. */
  function isAddable(kpi: KpiDefinition, { taken, place }: MappedObservation): boolean {
    if (taken.source.divide || !(kpi.aggregation === 'W' || kpi.aggregation === 'M')) return true
    if (!refused.has(kpi.id)) {
      refused.add(kpi.id)
      report(
        problemAt(place('value')).error(
          `figures of ${kpi.id} cannot be added up: it is a ${kpi.aggregation === 'W' ? 'share or an average' : 'median or percentile'}`,
          kpi.aggregation === 'W'
            ? 'sum its numerator and denominator, and let the mapping divide them ("divide")'
            : 'load it as its source has worked it out, for each period and member',
        ),
      )
    }
    return false
  }

  /** A list of one day added to that of another counts whoever is on both twice. */
  function isOfAnotherDay(
    kpi: KpiDefinition,
    { texts, form, place }: MappedObservation,
    period: string,
  ): boolean {
    if (!carriesOver(kpi.aggregation) || !formsOfDays.has(form)) return false
    const key = [kpi.id, texts.dimension, texts.member, period].join('\u001f')
    const day = days.get(key) ?? texts.period
    if (days.size < mostGroups) days.set(key, day)
    if (day === texts.period) return false
    if (!refused.has(kpi.id)) {
      refused.add(kpi.id)
      report(
        problemAt(place('period')).error(
          `${kpi.id} counts who is there on a day (${kpi.aggregation}), and rows of several days of one ${kpi.frequency} would be added up`,
          'take the last of them ("rows": "last", "by" that column), or only the rows of one day',
        ),
      )
    }
    return true
  }

  function readOrder(observed: MappedObservation): string | number | undefined {
    const order = orderOf(observed)
    if (order === null) {
      report(
        problemAt(observed.orderPlace()).error(
          'the cell does not say where its row stands among the others',
          'give every row a day or a number here, of the form that the mapping says ("by")',
        ),
      )
    }
    return order ?? undefined
  }

  function join(
    group: Group,
    observed: MappedObservation,
    line: number,
    read: Sums | null,
    order: Group['order'],
  ) {
    group.rows += 1
    group.isProvisional ||= observed.texts.status === 'provisional'
    if (observed.texts.as_at > group.asAt) group.asAt = observed.texts.as_at
    if (order !== null && group.order !== null) {
      const isLater = order > group.order
      if (order === group.order) reportTie(group, observed)
      else if (isLater === (observed.output.combine?.rows === 'last'))
        Object.assign(group, { shown: observed, order, line })
      return
    }
    if (!read) return
    group.sizes = withRow(group.sizes, sizeOf(observed, read), line)
    group.operands.forEach((sum, index) => {
      add(sum, read.operands[index])
    })
    for (const part of counts) add(group.counts[part], read.counts[part])
  }

  function reportTie(group: Group, { texts, orderPlace }: MappedObservation) {
    if (texts.value === group.shown.texts.value) return
    report(
      problemAt(orderPlace()).error(
        `two rows of the same figure stand in the same place, and say different things: this one and line ${group.line}`,
        'put the rows in order by a column that tells them apart',
      ),
    )
  }

  return {
    take,
    *end(place: Place): Generator<CombinedRow> {
      let rows = 0
      for (const group of groups.values()) {
        rows += group.rows
        yield { observed: combined(group), line: group.line }
      }
      const summed = [...groups.values()].filter(({ shown }) => shown.output.combine?.rows === 'sum')
      reportSumAmongRows(
        place.file,
        summed.map(({ sizes }) => sizes),
        report,
      )
      if (groups.size > 0) {
        report(
          problemAt(place).notice(
            `${rows === 1 ? '1 row was' : `${rows} rows were`} combined into ${groups.size} ${groups.size === 1 ? 'figure' : 'figures'}`,
            'nothing',
          ),
        )
      }
    },
  }
}

interface Sums {
  operands: Sum[]
  counts: Group['counts']
}

function begin(observed: MappedObservation, line: number, read: Sums | null, order: Group['order']): Group {
  const none = () => ({ total: 0, absent: '' as const })
  return {
    line,
    rows: 1,
    shown: observed,
    order,
    operands: read?.operands ?? [],
    counts: read?.counts ?? { numerator: none(), denominator: none(), n: none() },
    sizes: read ? withRow(noRows, sizeOf(observed, read), line) : noRows,
    isProvisional: observed.texts.status === 'provisional',
    asAt: observed.texts.as_at,
  }
}

/** How large a row is: what it is a share of, or what its columns come to. */
function sizeOf({ taken }: MappedObservation, { operands }: Sums): number {
  const sizes = taken.source.divide ? operands.slice(-1) : operands
  return sizes.reduce((sum, { total }) => sum + total, 0)
}

/** The numbers of one row; null where one of them is none. */
function sumsOf({ operands, texts, marks, numbers }: MappedObservation): Sums | null {
  const read = (text: string): Sum | null => {
    if (marks.suppressed.has(text)) return { total: 0, absent: '[c]' }
    if (marks.missing.has(text)) return { total: 0, absent: '[x]' }
    const parsed = parseNumber(text, numbers)
    return parsed.kind === 'number' ? { total: parsed.value, absent: '' } : null
  }
  const values = operands.map(read)
  const [numerator, denominator, n] = counts.map((part) => read(texts[part]))
  if (!numerator || !denominator || !n) return null
  const sound = values.filter((one) => one !== null)
  return sound.length === values.length ? { operands: sound, counts: { numerator, denominator, n } } : null
}

/** Withheld weighs more than missing: what is withheld is known to be there. */
function add(sum: Sum, more: Sum | undefined) {
  if (!more) return
  sum.total = sumOf([sum.total, more.total])
  if (more.absent === '[c]' || sum.absent === '') sum.absent = more.absent
}

function combined({ shown, rows, operands, counts: sums, isProvisional, asAt }: Group): MappedObservation {
  const how = shown.output.combine?.rows
  if (how === 'first' || how === 'last') return shown
  const { numbers, marks, taken } = shown
  const text = ({ total, absent }: Sum) => absent || written(total, numbers)
  const value =
    how === 'count' ? String(rows) : makeValue(taken.source, operands.map(text), numbers, marks).text
  const texts = {
    ...shown.texts,
    value,
    as_at: asAt,
    status: isProvisional ? 'provisional' : shown.texts.status,
  }
  for (const part of counts) if (shown.output[part]) texts[part] = text(sums[part])
  return { ...shown, texts }
}
