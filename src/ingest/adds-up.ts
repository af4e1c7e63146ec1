import {
  type Aggregation,
  borough,
  comparatorDimension,
  type KpiDefinition,
} from '../domain/measures/measure.ts'
import type { Cells } from './cells.ts'

/** In the cell: no breakdown of the measure adds up. */
const noDimension = 'none'

/**
 * The dimensions whose members add up to the whole, as `adds_up` lists them; nothing where the cell is empty.
 *
 * @example 'town; age' → { addsUp: ['town', 'age'] }; 'none' → { addsUp: [] }
 */
export function readAddsUp(cells: Cells, aggregation: Aggregation): Pick<KpiDefinition, 'addsUp'> {
  const given = cells.text('adds_up')
  if (given === null) return {}
  const named = [...new Set(given.split(/[;,|\s]+/).filter(Boolean))]
  const fault = findFault(named, aggregation)
  if (fault) {
    cells.fault('adds_up', ...fault)
    return {}
  }
  return { addsUp: named.filter((dimension) => dimension !== noDimension) }
}

function findFault(
  named: readonly string[],
  aggregation: Aggregation,
): [message: string, remedy: string] | null {
  if (named.includes(noDimension))
    return named.length > 1
      ? ['adds_up says none, and names dimensions', 'write none alone, or leave it out']
      : null
  if (named.some((dimension) => dimension.includes('+')))
    return [
      'adds_up names two dimensions at once',
      'name each dimension by itself, with semicolons between them: town; age',
    ]
  if (named.length === 0 || named.some((dimension) => !/^[a-z]+(-[a-z]+)*$/.test(dimension)))
    return [
      'adds_up names what cannot be a dimension',
      'write the ids of dimensions, as observations.csv has them, with semicolons between them: town; support-reason',
    ]
  if (named.includes(borough.dimension))
    return ['adds_up names the whole itself (borough)', 'name its breakdowns']
  if (named.includes(comparatorDimension))
    return [
      'adds_up names other places (comparator), which are no parts of the whole',
      'leave comparator out',
    ]
  if (aggregation === 'X')
    return [
      'the measure counts several categories for one case (X), so none of its breakdowns adds up',
      'leave adds_up empty; or write S in agg, if each case has one category',
    ]
  return null
}
