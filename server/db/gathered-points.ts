import { type SQL, sql } from 'drizzle-orm'
import type { Availability, FigureVersion, SeriesKey, SeriesPoint } from '../../src/domain/figures/figure.ts'
import type { AudienceTables } from './schema/versioned.ts'

type FigureTable = AudienceTables['figure']

type PointCells = [
  period: string,
  value: number | null,
  numerator: number | null,
  denominator: number | null,
  n: number | null,
  availability: Availability,
  provisional: boolean,
  revised: boolean,
  previousValue: number | null,
  asAt: string,
]

type VersionCells = [firstEdition: number, lastEdition: number | null, ...point: PointCells]

const pointCells = (figure: FigureTable) => sql`${figure.period}, ${figure.value}, ${figure.numerator},
  ${figure.denominator}, ${figure.n}, ${figure.availability}, ${figure.provisional}, ${figure.revised},
  ${figure.previousValue}, ${figure.asAt}`

/**
 * The points of a series as one cell of JSON, in period order: a row for each point would take three times as
 * long to read. JSON carries a double precision exactly.
 */
export function gatherPoints(figure: FigureTable): SQL<PointCells[]> {
  return sql`json_agg(json_build_array(${pointCells(figure)}) order by ${figure.periodEnd}, ${figure.period})`
}

/** The same of every version of every point, the earlier first. */
export function gatherVersions(figure: FigureTable): SQL<VersionCells[]> {
  return sql`json_agg(
    json_build_array(${figure.firstEdition}, ${figure.lastEdition}, ${pointCells(figure)})
    order by ${figure.periodEnd}, ${figure.period}, ${figure.firstEdition})`
}

export function pointOf([
  period,
  value,
  numerator,
  denominator,
  n,
  availability,
  provisional,
  revised,
  previousValue,
  asAt,
]: PointCells): SeriesPoint {
  return {
    period,
    value,
    numerator,
    denominator,
    n,
    availability,
    provisional,
    revised,
    previousValue,
    asAt,
  }
}

export function versionOf(
  { kpi, dimension, member }: SeriesKey,
  [firstEdition, lastEdition, ...point]: VersionCells,
): FigureVersion {
  return { kpi, dimension, member, ...pointOf(point), firstEdition, lastEdition }
}
