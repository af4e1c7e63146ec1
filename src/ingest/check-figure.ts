import { isOfCases } from '../domain/disclosure/cells.ts'
import { borough, comparatorDimension, type KpiDefinition, rateBaseOf } from '../domain/measures/measure.ts'
import { longestName, type ObservationPart } from './observed.ts'
import { isSayable, sayNumber, sayWith } from './say-cell.ts'

/** A figure's numbers as a file gives them; `decimals` says how exactly the value was written. */
export interface Numbers {
  value: number
  decimals: number
  numerator: number | null
  denominator: number | null
  n: number | null
}

export interface Fault {
  part: ObservationPart
  message: string
  remedy: string
}

type Measure = Pick<KpiDefinition, 'id' | 'unit' | 'aggregation' | 'sdc' | 'per' | 'negative'>

/**
 * What is wrong with a figure's numbers, given its measure: out of its unit's range, a share of more than the
 * whole, or a value that its numerator and denominator contradict.
 */
export function findNumberFault(kpi: Measure, numbers: Numbers): Fault | null {
  return findRangeFault(kpi, numbers) ?? findCountFault(kpi, numbers) ?? findContradiction(kpi, numbers)
}

/**
 * A share of money may exceed the whole: spend is 104% of its budget. Such measures are known by what they
 * need no protection for (`sdc` none) and by being recomputed from sums (W).
 */
export function mayExceedWhole({ aggregation, sdc }: Pick<Measure, 'aggregation' | 'sdc'>): boolean {
  return aggregation === 'W' && sdc === 'none'
}

const unitWords: Readonly<Record<KpiDefinition['unit'], string>> = {
  count: 'a count',
  percent: 'a percentage',
  rate: 'a rate',
  ratio: 'a ratio',
  days: 'days',
  'working-days': 'working days',
  pounds: 'pounds',
}

function findRangeFault(kpi: Measure, { value }: Numbers): Fault | null {
  const fault = (remedy: string): Fault => ({
    part: 'value',
    message: `${sayNumber(value, 'the value')} is out of the range of ${unitWords[kpi.unit]} (${kpi.id})`,
    remedy,
  })
  // a change may be of any size; counts stay whole
  if (kpi.negative)
    return kpi.unit === 'count' && !Number.isInteger(value) ? fault('give a whole number') : null
  switch (kpi.unit) {
    case 'percent':
      if (value < 0) return fault('give a percentage from 0 to 100')
      return value > 100 && !mayExceedWhole(kpi) ? fault('give a percentage from 0 to 100') : null
    case 'count':
      return value < 0 || !Number.isInteger(value) ? fault('give a whole number from 0') : null
    case 'days':
    case 'working-days':
    case 'rate':
    case 'ratio':
      return value < 0 ? fault('give a number from 0') : null
    case 'pounds':
      return null
  }
}

function findCountFault(kpi: Measure, { value, numerator, denominator, n }: Numbers): Fault | null {
  const isMoney = kpi.unit === 'pounds' || mayExceedWhole(kpi) || kpi.negative
  if (numerator !== null && numerator < 0 && !isMoney) return negative('numerator', numerator)
  if (denominator !== null && denominator < 0) return negative('denominator', denominator)
  if (n !== null && (n < 0 || !Number.isInteger(n))) {
    return {
      part: 'n',
      message: `${sayNumber(n, 'n')} is no number of cases`,
      remedy: 'give a whole number from 0',
    }
  }
  if (n === 0 && isOfCases(kpi)) {
    return {
      part: 'n',
      message: 'n is 0, and there is a value',
      remedy: 'leave the value empty where there was no case, or put n right',
    }
  }
  if (kpi.aggregation === 'X' && kpi.unit === 'count' && n !== null && value > n) {
    return {
      part: 'value',
      message: `${sayNumber(value, 'the value')} is more than ${sayWith('n', n)}, the cases that it is of`,
      remedy: 'give all cases of the measure in n: a category has no more',
    }
  }
  const isShare = kpi.unit === 'percent' && !mayExceedWhole(kpi) && !kpi.negative
  if (isShare && numerator !== null && denominator !== null && numerator > denominator) {
    return {
      part: 'numerator',
      message: `${sayWith('numerator', numerator)} is more than ${sayWith('denominator', denominator)}`,
      remedy: 'a share cannot exceed its whole: check whether the two were swapped',
    }
  }
  return null
}

function negative(part: 'numerator' | 'denominator', value: number): Fault {
  return { part, message: `${sayWith(part, value)} is negative`, remedy: 'give a number from 0' }
}

/** What numerator ÷ denominator is multiplied by. */
export function scaleOf(kpi: Pick<KpiDefinition, 'unit' | 'per'>): number {
  if (kpi.unit === 'percent') return 100
  return kpi.unit === 'rate' ? rateBaseOf(kpi) : 1
}

/**
 * A value of a recomputed measure (W), and any share or rate, must be its numerator ÷ denominator, rounded as it was
 * written.
 * Without both there is nothing to compare.
 *
 * @example 43.8 of 28 ÷ 64 (43.75) → fine; 45 of 28 ÷ 64 → fault
 */
function findContradiction(kpi: Measure, { value, decimals, numerator, denominator }: Numbers): Fault | null {
  const isOfCounts = kpi.aggregation === 'W' || kpi.unit === 'percent' || kpi.unit === 'rate'
  if (!isOfCounts || kpi.aggregation === 'M' || numerator === null || denominator === null) return null
  if (denominator === 0) {
    return {
      part: 'denominator',
      message: 'the denominator is 0, so there is no value',
      remedy: 'leave the value empty: nothing was there to be measured',
    }
  }
  const expected = (scaleOf(kpi) * numerator) / denominator
  const tolerance = 0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(expected))
  if (Math.abs(value - expected) <= tolerance) return null
  const written = expected.toFixed(Math.min(decimals + 1, 6))
  return {
    part: 'value',
    message: `${sayNumber(value, 'the value')} is not ${sayNumber(numerator, 'its numerator')} ÷ ${sayNumber(denominator, 'its denominator')}, which is ${isSayable(written) ? written : 'another number'}`,
    remedy: 'put right the value or its numerator and denominator',
  }
}

/** What a measure's kind of aggregation does not allow in a dimension. */
export function findDimensionFault(
  { id, aggregation }: Pick<Measure, 'id' | 'aggregation'>,
  dimension: string,
): Fault | null {
  if (!/^[a-z]+(-[a-z]+)*(\+[a-z]+(-[a-z]+)*)*$/.test(dimension)) {
    return {
      part: 'dimension',
      message: 'the cell cannot be a dimension',
      remedy: 'write its id in small letters and hyphens: borough, town, support-reason',
    }
  }
  if (dimension.length > longestName) {
    return {
      part: 'dimension',
      message: `the dimension has ${dimension.length} characters`,
      remedy: `give it an id of at most ${longestName}`,
    }
  }
  if (aggregation === 'X' && (dimension === borough.dimension || dimension === comparatorDimension)) {
    return {
      part: 'dimension',
      message: `${id} counts several categories for one case (X), so it has no figure for the ${dimension === comparatorDimension ? 'whole of a place' : 'borough'}`,
      remedy: 'leave the row out, and give the categories under their own dimension with n as their base',
    }
  }
  return null
}
