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
const origin = (name: string) => ({ label: name, name, sheet: '' })
const rowOf = (raw: string) => ({ line: 2, fields: raw.split(','), raw })

function problemsOf(text: string) {
  const problems: LoadProblem[] = []
  readMapping('mapping.json', text, (problem) => problems.push(problem))
  return problems.map(describeProblem)
}

const column = { column: 'a', member: 'A' }
const ofRow = { kpi: 'a', dimension: 'b', period: { column: 'm', form: 'date' }, asAt: '2025-10-06' }
const output = { ...ofRow, member: 'All', value: { column: 'v' } }

describe('how a mapping says that numbers are written', () => {
  const told = (numbers: object) =>
    problemsOf(JSON.stringify({ files: [{ file: 'a.csv', numbers, outputs: [output] }] }))

  it('never means two things by one mark', () => {
    const clash = [
      'mapping.json:1:27 files.0.numbers: what stands between thousands cannot stand before decimals as well: give "decimal" too (a point where it is left out) → see docs/loading.md, or let an editor check it against docs/examples/mapping.schema.json',
    ]
    expect([told({ thousands: '.' }), told({ thousands: ',', decimal: ',' })]).toEqual([clash, clash])
    expect([told({ thousands: '.', decimal: ',' }), told({ thousands: ',' }), told({})]).toEqual([[], [], []])
  })
})

describe('applyMapping', () => {
  it('makes one observation for each column of a wide file, with its own place', () => {
    const observed = applyMapping(origin('wide.csv'), wide, columns)(rowOf('2025-09-01,open,12,*'))
    expect(observed.map(({ texts }) => [texts.kpi_id, texts.dimension, texts.member, texts.value])).toEqual([
      ['waiting', 'town', 'Acton', '12'],
      ['waiting', 'town', 'Southall', '*'],
    ])
    expect(observed[1]?.place('value')).toEqual({ file: 'wide.csv', line: 2, column: 20 })
    expect(observed[1]?.marks.suppressed.has('*')).toBe(true)
  })

  it('takes a text for itself that every object has a property of', () => {
    const [first] = wide.outputs
    const member = { column: 'kind', values: { open: 'Open' } }
    const value = { column: 'acton' }
    const outputs = first ? [{ ...first, columns: undefined, filters: [], member, value }] : []
    const observe = applyMapping(origin('x.csv'), { file: 'x.csv', outputs }, columns)
    const members = ['open', 'constructor', '__proto__', 'toString'].map(
      (text) => observe(rowOf(`2025-09-01,${text},12,3`))[0]?.texts.member,
    )
    expect(members).toEqual(['Open', 'constructor', '__proto__', 'toString'])
  })

  it('leaves out rows that a filter does not let through', () => {
    expect(applyMapping(origin('wide.csv'), wide, columns)(rowOf('2025-09-01,closed,12,3'))).toEqual([])
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
    expect(problem).toContain('mapping.json:1:38 files.0.outputs.0: give member and value; or columns')
  })

  it.each([
    [
      'outputs',
      { outputs: Array.from({ length: 201 }, () => output) },
      'files.0.outputs: at most 200 of them',
    ],
    [
      'columns',
      { outputs: [{ ...ofRow, columns: Array.from({ length: 1001 }, () => column) }] },
      'files.0.outputs.0.columns: at most 1000 of them',
    ],
    [
      'figures of a row',
      {
        outputs: Array.from({ length: 3 }, () => ({
          ...ofRow,
          columns: Array.from({ length: 700 }, () => column),
        })),
      },
      'files.0.outputs: at most 2000 figures of one row',
    ],
    [
      'texts in a list',
      { outputs: [{ ...output, filters: [{ column: 'm', oneOf: Array.from({ length: 10_001 }, String) }] }] },
      'files.0.outputs.0.filters.0.oneOf: at most 10000 of them',
    ],
    [
      'texts that become others',
      {
        outputs: [
          {
            ...output,
            member: {
              column: 'm',
              values: Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`${at}`, ''])),
            },
          },
        ],
      },
      'files.0.outputs.0.member',
    ],
  ])('refuses a mapping of more %s than every row can be put through', (_, file, told) => {
    const problems = problemsOf(JSON.stringify({ files: [{ file: 'a.csv', ...file }] }))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(/^mapping\.json:1:[1-9]\d* /)
    expect(problems[0]).toContain(` ${told}`)
    expect(problems[0]).toContain('→ see docs/loading.md')
  })

  it('has a schema file for editors that says the same', () => {
    const stored: unknown = JSON.parse(readFileSync('docs/examples/mapping.schema.json', 'utf8'))
    expect(stored).toEqual(JSON.parse(JSON.stringify(mappingJsonSchema())))
  })
})
