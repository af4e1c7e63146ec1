import type { SeriesQuery } from '../contract/series.ts'
import type { DescribedKpi } from '../domain/editions/describe-kpi.ts'
import { borough } from '../domain/measures/measure.ts'
import { nearestId } from '../domain/measures/nearest-id.ts'
import { isPeriod, periodEnd, periodStart } from '../domain/periods/period.ts'
import { badParameter, ProblemError, repeatable } from './problem.ts'
import type { SeriesSelection } from './store.ts'

/**
 * What a query of /series asks for, or the problem with it: an unknown measure is 404, a dimension or member
 * that the measure does not have in this set is 400. A measure of categories has no borough
 * series: asked for the borough, which is the default, it has nothing to give, and that is no fault.
 */
export function selectSeries(
  query: SeriesQuery,
  kpis: readonly DescribedKpi[],
  edition: number,
): SeriesSelection {
  const wanted = selectKpis(query.kpi, kpis, edition)
  for (const kpi of wanted) refuseUnknownDimension(query, kpi)
  refuseBadRange(query)
  return {
    kpis: wanted.map(({ id }) => id),
    dimension: query.dimension ?? borough.dimension,
    member: query.member,
    endsFrom: query.from === undefined ? undefined : periodStart(query.from),
    endsTo: query.to === undefined ? undefined : periodEnd(query.to),
  }
}

/** The measures that are asked for, each once; an unknown one is 404, with the nearest that there is. */
export function selectKpis(
  asked: string | readonly string[],
  kpis: readonly DescribedKpi[],
  edition: number,
): DescribedKpi[] {
  return [...new Set([asked].flat())].map((id) => {
    const kpi = kpis.find((known) => known.id === id)
    if (!kpi) throw unknownKpi(id, kpis, edition)
    return kpi
  })
}

function unknownKpi(id: string, kpis: readonly DescribedKpi[], edition: number): ProblemError {
  const nearest = nearestId(
    id,
    kpis.map((kpi) => kpi.id),
  )
  const hint = nearest ? ` Did you mean "${nearest}"?` : ''
  const shown = repeatable(id)
  return new ProblemError(
    404,
    `Edition ${edition} has no measure ${shown === null ? 'of that id' : `"${shown}"`}.${hint}`,
    {
      parameter: 'kpi',
      value: shown ?? '',
      allowed: nearest ?? 'an id that GET /api/v1/kpis lists',
    },
  )
}

function refuseUnknownDimension({ dimension, member }: SeriesQuery, kpi: DescribedKpi) {
  const held = kpi.dimensions.find(({ id }) => id === (dimension ?? borough.dimension))
  if (!held) {
    if ((dimension ?? borough.dimension) === borough.dimension && member === undefined) return
    const names = kpi.dimensions.map(({ id }) => id).join(', ') || 'none'
    throw badParameter('dimension', dimension ?? borough.dimension, `of ${kpi.id}: ${names}`)
  }
  if (member === undefined || held.members.some(({ id }) => id === member)) return
  throw badParameter(
    'member',
    member,
    `of ${kpi.id} by ${held.id}: ${held.members.map(({ id }) => id).join(', ')}`,
  )
}

/** FY2024-26 is well formed and means nothing, and 0000-01 no database knows. */
function refuseBadRange({ from, to }: SeriesQuery) {
  for (const [parameter, value] of Object.entries({ from, to })) {
    if (value !== undefined && !isPeriod(value)) {
      throw badParameter(
        parameter,
        value,
        'a period of the years 1900 to 2299; a financial year names the next one, such as FY2024-25',
      )
    }
  }
  if (from === undefined || to === undefined) return
  if (periodStart(from) > periodEnd(to))
    throw badParameter('to', to, `a period that does not end before ${from}`)
}
