import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { kpisQuery } from '../../../src/api/kpis.ts'
import { readsOfMeasure } from '../../../src/app/reads.ts'
import { aDescribedKpi } from '../../support/a-kpi.ts'

const view = { edition: 5, audience: 'protected' as const }
const pinned = 'edition=5&audience=protected'
const ofAll = [`/kpis?${pinned}`, `/plan?${pinned}`]
const series = (kpi: string, dimension: string) => `/series?kpi=${kpi}&dimension=${dimension}&${pinned}`
const analysis = (kpi: string) => `/analysis?kpi=${kpi}&${pinned}`

const of = (pathname: string, search = {}, client = new QueryClient()) =>
  readsOfMeasure(view, { pathname, search, client })

/** A reader who has seen the dictionary: one measure with a whole, and one of categories. */
function whoKnowsMeasures() {
  const client = new QueryClient()
  const kpis = [aDescribedKpi(), aDescribedKpi({ id: 'sg-type', aggregation: 'X' })]
  client.setQueryData(kpisQuery(view).queryKey, { ...view, kpis })
  return client
}

describe('what the page of a measure is sure to read', () => {
  it('is the whole of the measure that the address names, whatever letters it is written in', () => {
    const id = 'waits+%26+lists'
    expect(of('/kpis/waits%20%26%20lists')).toEqual([...ofAll, series(id, 'borough'), analysis(id)])
  })

  it('is no measure where the address cannot be read: the page says so', () => {
    expect(of('/kpis/%E0%A4%A')).toEqual(ofAll)
  })

  it('is the part that the address names, and the whole beside it where no member is drawn in its place', () => {
    const [whole, ages] = [series('ot-waiting', 'borough'), series('ot-waiting', 'age')]
    expect(of('/kpis/ot-waiting', { dimension: 'age' })).toEqual([
      ...ofAll,
      whole,
      analysis('ot-waiting'),
      ages,
    ])
    expect(of('/kpis/ot-waiting', { dimension: 'age', member: '85+' })).toEqual([...ofAll, ages])
    expect(of('/kpis/ot-waiting', { dimension: 'borough' })).not.toContain(ages)
  })

  it('is no whole of categories, and nothing of what is not held, for whoever knows which measures there are', () => {
    const client = whoKnowsMeasures()
    expect(of('/kpis/ot-waiting', {}, client)).toContain(series('ot-waiting', 'borough'))
    expect(of('/kpis/sg-type', {}, client)).toEqual([...ofAll, analysis('sg-type')])
    expect(of('/kpis/sg-type', { dimension: 'type' }, client)).toEqual([
      ...ofAll,
      analysis('sg-type'),
      series('sg-type', 'type'),
    ])
    expect(of('/kpis/ot-wating', {}, client)).toEqual(ofAll)
  })
})
