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
})
