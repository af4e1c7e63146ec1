import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { applyMapping } from '../../../src/ingest/apply-mapping.ts'
import { type FileMapping, mappingJsonSchema, readMapping } from '../../../src/ingest/mapping.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'

const wide: FileMapping = {
  file: 'wide.csv',
  suppressed: ['*'],
  outputs: [
    {
      kpi: 'waiting',
      dimension: 'town',
      period: { column: 'month', form: 'date' },
      columns: [
        { column: 'acton', member: 'Acton' },
        { column: 'southall', member: 'Southall' },
      ],
      asAt: 'period-end',
      filters: [{ column: 'kind', oneOf: ['open'] }],
    },
  ],
}
const columns = new Map([
  ['month', 0],
  ['kind', 1],
  ['acton', 2],
  ['southall', 3],
])
const rowOf = (raw: string) => ({ line: 2, fields: raw.split(','), raw })

function problemsOf(text: string) {
  const problems: LoadProblem[] = []
  readMapping('mapping.json', text, (problem) => problems.push(problem))
  return problems.map(describeProblem)
}

describe('applyMapping', () => {
  it('makes one observation for each column of a wide file, with its own place', () => {
    const observed = applyMapping('wide.csv', wide, columns)(rowOf('2025-09-01,open,12,*'))
    expect(observed.map(({ texts }) => [texts.kpi_id, texts.dimension, texts.member, texts.value])).toEqual([
      ['waiting', 'town', 'Acton', '12'],
      ['waiting', 'town', 'Southall', '*'],
    ])
    expect(observed[1]?.place('value')).toEqual({ file: 'wide.csv', line: 2, column: 20 })
    expect(observed[1]?.marks.suppressed.has('*')).toBe(true)
  })

  it('leaves out rows that a filter does not let through', () => {
    expect(applyMapping('wide.csv', wide, columns)(rowOf('2025-09-01,closed,12,3'))).toEqual([])
  })
})

describe('readMapping', () => {
  it('reads the mapping of the published figures', () => {
    expect(problemsOf(readFileSync('docs/examples/ealing-published-figures/mapping.json', 'utf8'))).toEqual(
      [],
    )
  })

  it('says where a file is no JSON', () => {
    const [problem] = problemsOf('{\n  "files": []\n  "more": 1\n}')
    expect(problem).toContain('mapping.json:3:3 the file is not JSON →')
  })

  it('names what a mapping says wrongly, by its path', () => {
    const [problem] = problemsOf(
      JSON.stringify({
        files: [
          {
            file: 'a.csv',
            outputs: [
              { kpi: 'a', dimension: 'b', period: { column: 'm', form: 'date' }, asAt: '2025-10-06' },
            ],
          },
        ],
      }),
    )
    expect(problem).toContain('mapping.json:0:0 files.0.outputs.0: give member and value, or columns')
  })

  it('has a schema file for editors that says the same', () => {
    const stored: unknown = JSON.parse(readFileSync('docs/examples/mapping.schema.json', 'utf8'))
    expect(stored).toEqual(JSON.parse(JSON.stringify(mappingJsonSchema())))
  })
})
