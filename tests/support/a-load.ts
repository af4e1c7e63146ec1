import { type ReadLoad, readLoad } from '../../server/loads/read-load.ts'
import { describeProblem } from '../../src/ingest/problem.ts'
import { nothingStanding, type Standing } from '../../src/ingest/standing.ts'
import { soundLoad } from './load-files.ts'
import { sourceOf } from './source-of.ts'

export const kpiHeader =
  'kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from'
export const figureHeader = 'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at'
export const organisationFile = { 'organisation.json': soundLoad['organisation.json'] }

/** A load from the texts of its files, as it is read on the first day of 2026. */
export async function aLoad(
  files: Readonly<Record<string, string | Uint8Array>>,
  { mapping, standing = nothingStanding }: { mapping?: object; standing?: Standing } = {},
): Promise<ReadLoad> {
  return await readLoad(
    Object.entries(files).map(([name, content]) => sourceOf(name, content)),
    mapping ? sourceOf('mapping.json', JSON.stringify(mapping)) : null,
    standing,
    '2026-01-01',
  )
}

/** Rows of figures of the OT list, borough and whole, with the day on which they were read. */
export function rowsOf(...rows: readonly (readonly [string, number | string, string, string?])[]): string {
  return [
    figureHeader,
    ...rows.map(
      ([period, value, status, asAt = '2025-10-06']) =>
        `ot-waiting,${period},borough,All,${value},,,,${status},${asAt}`,
    ),
  ].join('\n')
}

export function errorsIn({ problems }: ReadLoad): string[] {
  return problems.filter(({ severity }) => severity === 'error').map(describeProblem)
}

export function noticesIn({ problems }: ReadLoad): string[] {
  return problems.filter(({ severity, needs }) => severity === 'notice' && !needs).map(describeProblem)
}

/** What is published only when it is confirmed. */
export function askedIn({ problems }: ReadLoad): string[] {
  return problems.filter(({ needs }) => needs).map(describeProblem)
}
