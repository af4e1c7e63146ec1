import { http } from 'msw'
import { SeriesReply } from '../../src/contract/series.ts'
import type { DescribedKpi } from '../../src/domain/editions/describe-kpi.ts'
import type { Series } from '../../src/domain/figures/figure.ts'
import { borough } from '../../src/domain/measures/measure.ts'
import { isPeriod, periodEnd, periodStart } from '../../src/domain/periods/period.ts'
import { db } from '../db.ts'
import { type EditionRequest, editionResource } from '../edition-resource.ts'
import { fail } from '../failures/fail.ts'
import { failureOf } from '../failures/failing-kpis.ts'
import { at, badParameter, problem, reply } from '../respond.ts'

const parameters = ['kpi', 'dimension', 'member', 'from', 'to']

export const seriesHandlers = [http.get(at('/series'), editionResource('series', parameters, answerSeries))]

function answerSeries(asked: EditionRequest) {
  const { query, request, edition, audience, caching } = asked
  const ids = query.getAll('kpi')
  if (!ids.length) return badParameter('kpi', '', 'the id of a measure, once or many times')
  const failure = ids.map(failureOf).find((found) => found !== null)
  const answer = (series: Series[]) => reply(SeriesReply, { edition, audience, series }, request, caching)
  const empty = () => answer([])
  if (failure) {
    // a slow reading comes back whole: the first measure's figures under the id that was asked for
    const model = db.tables.readKpis(edition, audience)[0]
    const whole = () =>
      answer(readWanted(asked, [model?.id ?? '']).map((series) => ({ ...series, kpi: ids[0] ?? series.kpi })))
    return { whole: () => fail(failure, whole, empty), empty }
  }
  const refusal = refuseSelection(query, ids, db.tables.readKpis(edition, audience))
  return refusal ?? { whole: () => answer(readWanted(asked, ids)), empty }
}

function refuseSelection(query: URLSearchParams, ids: readonly string[], kpis: readonly DescribedKpi[]) {
  for (const name of ['from', 'to']) {
    const value = query.get(name)
    if (value !== null && !isPeriod(value)) {
      return badParameter(name, value, 'a month 2025-04, a quarter 2025-Q1 or a financial year FY2024-25')
    }
  }
  const dimension = query.get('dimension')
  const member = query.get('member')
  const [from, to] = [query.get('from'), query.get('to')]
  if (from !== null && to !== null && periodStart(from) > periodEnd(to)) {
    return badParameter('to', to, `a period that does not end before ${from}`)
  }
  for (const id of ids) {
    const kpi = kpis.find((one) => one.id === id)
    if (!kpi) return problem(404, 'No such measure', `There is no measure "${id}".`)
    const wanted = dimension ?? borough.dimension
    const found = kpi.dimensions.find((one) => one.id === wanted)
    // a measure of categories has no borough series: asked for nothing else, it has nothing to give
    if (!found && wanted === borough.dimension && member === null) continue
    if (!found) {
      return badParameter('dimension', wanted, kpi.dimensions.map((one) => one.id).join(', '))
    }
    if (member !== null && !found.members.some((one) => one.id === member)) {
      return badParameter('member', member, found.members.map((one) => one.id).join(', '))
    }
  }
  return null
}

function readWanted({ query, edition, audience }: EditionRequest, ids: readonly string[]): Series[] {
  const dimension = query.get('dimension') ?? borough.dimension
  const member = query.get('member')
  const found = db.tables.readSeries(
    edition,
    audience,
    (series) =>
      ids.includes(series.kpi) &&
      series.dimension === dimension &&
      (member === null || series.member === member),
  )
  const from = query.get('from')
  const to = query.get('to')
  return found
    .map((series) => ({
      ...series,
      points: series.points.filter(
        ({ period }) =>
          (from === null || periodEnd(period) >= periodStart(from)) &&
          (to === null || periodEnd(period) <= periodEnd(to)),
      ),
    }))
    .filter((series) => series.points.length > 0)
    .sort((a, b) => ids.indexOf(a.kpi) - ids.indexOf(b.kpi))
}
