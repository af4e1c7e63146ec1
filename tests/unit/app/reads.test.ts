import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { readsOfMeasure } from '../../../src/app/reads.ts'

const view = { edition: 5, audience: 'protected' as const }
const of = (pathname: string) => readsOfMeasure(view, { pathname, search: {}, client: new QueryClient() })

describe('what the page of a measure is sure to read', () => {
  it('is the whole of the measure that the address names, whatever letters it is written in', () => {
    const said = of('/kpis/waits%20%26%20lists').join(' ')
    expect(said).toContain('/series?kpi=waits+%26+lists')
    expect(said).toContain('/analysis?kpi=waits+%26+lists')
  })

  it('is no measure where the address cannot be read: the page says so', () => {
    expect(of('/kpis/%E0%A4%A')).toEqual([
      '/kpis?edition=5&audience=protected',
      '/plan?edition=5&audience=protected',
    ])
  })
})
