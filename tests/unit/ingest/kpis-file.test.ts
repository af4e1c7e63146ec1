import { describe, expect, it } from 'vitest'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { kpisFile } from '../../../src/ingest/files/kpis.ts'
import { readRecords } from '../../../src/ingest/record-file.ts'

const head =
  'kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from'
const row = 'ot-waiting,Waiting for OT,waiting,count,P,down,month,0,150,2026-03-31,people,,1,2024-04-01'
const nothingKnown = {
  kpis: new Map(),
  milestones: new Set(''),
  risks: new Set(''),
  workstreams: new Set(''),
}

async function* rowsOf(lines: readonly string[]) {
  for (const [index, raw] of lines.entries()) yield { line: index + 1, raw, fields: raw.split(',') }
}

async function read(...lines: string[]) {
  const problems: LoadProblem[] = []
  const records = await readRecords('kpis.csv', rowsOf(lines), kpisFile, nothingKnown, (problem) =>
    problems.push(problem),
  )
  return { kpi: records[0]?.item, problems }
}

describe('kpis.csv', () => {
  it('says what one and several of a count are called', async () => {
    const { kpi, problems } = await read(`${head},one,many`, `${row},person waiting,people waiting`)
    expect(kpi).toMatchObject({ one: 'person waiting', many: 'people waiting' })
    expect(problems).toEqual([])
  })

  it('loads without the columns, and with empty cells, as it always did', async () => {
    const before = await read(head, row)
    expect(before.problems).toEqual([])
    expect(before.kpi).toMatchObject({ id: 'ot-waiting', one: null, many: null })
    expect((await read(`${head},one,many`, `${row},,`)).kpi).toEqual(before.kpi)
  })

  it('says which percentile a measure of waits is', async () => {
    const median = row.replace('count,P', 'days,M')
    const { kpi, problems } = await read(`${head},percentile`, `${median},90`)
    expect(kpi?.percentile).toBe(90)
    expect(problems).toEqual([])
  })

  it('notes a measure that does not say, and refuses one of what is no percentile', async () => {
    const unsaid = await read(head, row.replace('count,P', 'days,M'))
    expect(unsaid.kpi?.percentile).toBeNull()
    expect(unsaid.problems).toMatchObject([
      { severity: 'notice', message: expect.stringContaining('does not say which percentile') },
    ])
    const count = await read(`${head},percentile`, `${row},90`)
    expect(count.problems).toMatchObject([
      { severity: 'error', message: expect.stringContaining('only a median or percentile') },
    ])
  })
})
