import { isDivided } from '../domain/disclosure/cells.ts'
import { mayHoldDimension } from '../domain/disclosure/protect.ts'
import type { Availability, Figure } from '../domain/figures/figure.ts'
import { comparatorDimension, type KpiDefinition } from '../domain/measures/measure.ts'
import { isDate } from '../domain/periods/calendar.ts'
import { frequencies, frequencyOf, periodEnd, periodStart } from '../domain/periods/period.ts'
import { askOfWords } from './ask-of-words.ts'
import { findDimensionFault, findNumberFault, type Numbers } from './check-figure.ts'
import { frequencyRemedy } from './frequency-words.ts'
import type { MemberBook } from './member-book.ts'
import { findNameFault } from './name-fault.ts'
import { longestName, type ObservationPart, type Observed, periodEndMark } from './observed.ts'
import { parseNumber } from './parse-number.ts'
import { parsePeriod, periodFormExamples } from './parse-period.ts'
import { problemAt, type Report } from './problem.ts'
import { sayCell, sayWith } from './say-cell.ts'
import type { UnknownMeasures } from './unknown-measures.ts'

export interface CheckContext {
  kpis: ReadonlyMap<string, KpiDefinition>
  unknown: UnknownMeasures
  members: MemberBook
  report: Report
}

/** A figure of an observation that is sound; null where it is not, and every reason is reported. */
export function checkObservation(
  observed: Observed,
  { kpis, unknown, members, report }: CheckContext,
): Figure | null {
  const { texts } = observed
  let isSound = true
  const fault = (part: ObservationPart, message: string, remedy: string) => {
    isSound = false
    report(problemAt(observed.place(part)).error(message, remedy))
    return null
  }
  const kpi = kpis.get(texts.kpi_id)
  if (!kpi) return unknownKpi(texts.kpi_id, unknown, fault)

  const period = readPeriod(observed, kpi, fault)
  const dimensionFault = findDimensionFault(kpi, texts.dimension)
  if (dimensionFault) fault(dimensionFault.part, dimensionFault.message, dimensionFault.remedy)
  const member = period && !dimensionFault ? readMember(observed, members, period, fault) : null
  const asAt = readAsAt(observed, period, fault)
  const reading = readValue(observed, kpi, fault)
  const counts = {
    numerator: readCount(observed, 'numerator', fault),
    denominator: readCount(observed, 'denominator', fault),
    n: readCount(observed, 'n', fault),
  }
  if (reading && lacksItsValue(texts, kpi, reading, counts)) {
    fault(
      'value',
      'value is empty, and its numerator and denominator are given',
      'give the value, the one divided by the other (in a mapping by "divide"); or write missing in status',
    )
  }
  if (!isSound || !period || member === null || !asAt || !reading) return null

  const { value, decimals, availability, provisional } = reading
  if (value !== null) {
    const numbers: Numbers = { value, decimals, ...counts }
    const numberFault = findNumberFault(kpi, numbers)
    if (numberFault) return fault(numberFault.part, numberFault.message, numberFault.remedy)
  }
  watchNewMember(observed, member, members, report)
  const label = observed.memberLabel
  if (label !== null || observed.memberLevel !== null) {
    members.name(texts.dimension, member, label, observed.memberLevel)
  }
  return {
    kpi: kpi.id,
    dimension: texts.dimension,
    member,
    period,
    value,
    ...counts,
    availability,
    provisional,
    asAt,
  }
}

/** A share of which both counts are there is not missing: nobody said so. */
function lacksItsValue(
  { value, status }: Observed['texts'],
  kpi: KpiDefinition,
  { availability }: Reading,
  { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>,
): boolean {
  const isUnsaid = value === '' && status !== 'missing' && availability === 'missing'
  return isUnsaid && isDivided(kpi) && numerator !== null && denominator !== null && denominator > 0
}

/** The name of a member is read by everybody, like any other words; of other places, and of teams, it is not asked. */
function watchNewMember(
  { texts: { dimension }, memberLabel, place }: Observed,
  member: string,
  members: MemberBook,
  report: Report,
) {
  if (dimension === comparatorDimension || !mayHoldDimension(dimension)) return
  if (!members.isFirstMet(dimension, member)) return
  const asked = askOfWords([member, memberLabel])
  if (asked) report(problemAt(place('member')).asked(asked.message, asked.remedy))
}

type FaultAt = (part: ObservationPart, message: string, remedy: string) => null

function unknownKpi(given: string, unknown: UnknownMeasures, fault: FaultAt) {
  if (!given) return fault('kpi_id', 'kpi_id is empty', 'give every row its kpi_id')
  const why = unknown.why(given)
  return why && fault('kpi_id', why.message, why.remedy)
}

function readPeriod(
  { texts, form, periodRule }: Observed,
  kpi: KpiDefinition,
  fault: FaultAt,
): string | null {
  const period = parsePeriod(texts.period, form, kpi.frequency, periodRule)
  if (period === null) {
    return fault(
      'period',
      texts.period ? `${sayCell(texts.period, 'the cell')} is not a period` : 'period is empty',
      form === 'period' ? frequencyRemedy[kpi.frequency] : `the mapping expects ${periodFormExamples[form]}`,
    )
  }
  if (frequencyOf(period) === kpi.frequency) return period
  // other places publish by the year what a council counts by the month
  const isOfOthers = texts.dimension === comparatorDimension
  if (isOfOthers && lengthOf(period) > frequencies.indexOf(kpi.frequency)) return period
  return fault(
    'period',
    `${sayCell(texts.period, 'the period')} is no ${kpi.frequency}, and ${kpi.id} has one figure a ${kpi.frequency}`,
    frequencyRemedy[kpi.frequency],
  )
}

/** Of months, quarters and years, each is longer than the one before. */
function lengthOf(period: string): number {
  const frequency = frequencyOf(period)
  return frequency === null ? -1 : frequencies.indexOf(frequency)
}

function readMember(
  { texts, memberLabel, memberLevel }: Observed,
  members: MemberBook,
  period: string,
  fault: FaultAt,
): string | null {
  if (!texts.member) return fault('member', 'member is empty', 'write All for the borough, or the member')
  if (texts.member.length > longestName) {
    const message = `the member has ${texts.member.length} characters`
    return fault('member', message, `give its name in at most ${longestName}`)
  }
  const nameFault = findNameFault(texts.member)
  if (nameFault) return fault('member', `the member ${nameFault.message}`, nameFault.remedy)
  const answer = members.find(texts.dimension, texts.member, period)
  for (const shown of [memberLabel, memberLevel]) {
    const labelFault = shown === null ? null : findNameFault(shown)
    if (labelFault)
      return fault('member', `what the member is called ${labelFault.message}`, labelFault.remedy)
  }
  return answer.kind === 'member' ? answer.member : fault('member', answer.message, answer.remedy)
}

function readAsAt({ texts }: Observed, period: string | null, fault: FaultAt): string | null {
  const given = texts.as_at
  if (given === periodEndMark) return period && periodEnd(period)
  if (!isDate(given)) {
    return fault(
      'as_at',
      given ? 'as_at is not a date' : 'as_at is empty',
      'write the day on which the source was read: 2025-10-06',
    )
  }
  if (period && periodStart(period) > given) {
    return fault(
      'period',
      `${period} begins after ${given}, the day on which the source was read`,
      'check the period and as_at',
    )
  }
  return given
}

interface Reading {
  value: number | null
  decimals: number
  availability: Availability
  provisional: boolean
}

const statuses = ['provisional', 'final', 'suppressed', 'missing'] as const

/** A percent sign says what a figure is: no count, no days, and no share that a scale has yet to multiply. */
function findSignFault({ texts, scale }: Observed, { id, unit }: KpiDefinition, fault: FaultAt) {
  if (!/%$/.test(texts.value)) return
  const value = `${sayCell(texts.value, 'the value')} has a percent sign, and`
  if (unit !== 'percent') {
    fault('value', `${value} ${id} is no percentage`, 'look whether the mapping names the right column')
  } else if (scale !== 1) {
    const remedy = 'leave "scale" out of the mapping, or give the file all shares of 1 without a sign'
    fault('value', `${value} would be multiplied by ${scale}`, remedy)
  }
}

function readValue(observed: Observed, kpi: KpiDefinition, fault: FaultAt): Reading | null {
  const { texts, scale, marks, numbers } = observed
  const status = statuses.find((known) => known === (texts.status || 'final'))
  const isAbsence = status === 'suppressed' || status === 'missing'
  const absent = marks.suppressed.has(texts.value)
    ? 'suppressed'
    : marks.missing.has(texts.value)
      ? 'missing'
      : null
  const parsed = absent || isAbsence ? null : parseNumber(texts.value, numbers)
  if (parsed?.kind === 'number') findSignFault(observed, kpi, fault)
  // beside a status that cannot be read as well: what is wrong with a row is said at once
  if (parsed?.kind === 'fault') {
    fault('value', `${sayCell(texts.value, 'the value')} is not a number`, parsed.remedy)
  }
  if (!status) {
    return fault('status', 'status is none of the words that it may be', `give one of ${statuses.join(', ')}`)
  }
  const provisional = status === 'provisional'
  if (isAbsence) {
    if (!absent) {
      return fault(
        'value',
        `there is a value, and the status says ${status}`,
        'leave the value empty, or put right the status',
      )
    }
    if (texts.value !== '' && absent !== status) {
      return fault(
        'value',
        `the value is marked as ${absent}, and the status says ${status}`,
        'put right one of the two: what is withheld is of somebody, what is missing of nobody or not known',
      )
    }
    return { value: null, decimals: 0, availability: status, provisional: false }
  }
  if (absent) return { value: null, decimals: 0, availability: absent, provisional }
  if (parsed?.kind !== 'number') return null
  return {
    value: scaled(parsed.value, scale),
    decimals: scaledDecimals(parsed.decimals, scale),
    availability: 'present',
    provisional,
  }
}

/** 0.29 × 100 is 29, not 28.999999999999996: fifteen digits are what a written number can mean. */
function scaled(value: number, scale: number): number {
  return scale === 1 ? value : Number((value * scale).toPrecision(15))
}

/** Multiplying by a power of ten moves the point; other scales keep no fewer than the written decimals say. */
function scaledDecimals(decimals: number, scale: number): number {
  return scale === 1 ? decimals : Math.max(0, decimals - Math.floor(Math.log10(scale) + 1e-9))
}

function readCount(
  { texts, marks, numbers }: Observed,
  part: 'numerator' | 'denominator' | 'n',
  fault: FaultAt,
) {
  const text = texts[part]
  if (text === '' || marks.suppressed.has(text) || marks.missing.has(text)) return null
  const parsed = parseNumber(text, numbers)
  if (parsed.kind === 'number' && text.endsWith('%'))
    return fault(part, `${sayWith(part, text)} has a percent sign`, 'give how many there were')
  return parsed.kind === 'number'
    ? parsed.value
    : fault(part, `${sayWith(part, text)} is not a number`, parsed.remedy)
}
