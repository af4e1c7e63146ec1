import { describe, expect, it } from 'vitest'
import { type FileMapping, readMapping } from '../../../../src/ingest/mapping.ts'
import { findHeader } from '../../../../src/ingest/suggest/find-header.ts'
import { suggestMapping } from '../../../../src/ingest/suggest/suggest-mapping.ts'

const kpis = [
  { id: 'ot-waiting', name: 'Waiting for OT' },
  { id: 'ot-started', name: 'OT started' },
]

const members = new Map([
  ['town', new Set(['Acton', 'Hanwell', 'Southall'])],
  ['team', new Set(['North', 'South'])],
])

function suggested(file: string, text: string, standing: readonly FileMapping[] = []) {
  const rows = text.split('\n').map((line) => line.split(';'))
  const header = findHeader(rows)
  if (!header) throw new Error('the table has a header')
  const { at, headerRows, names } = header
  const given = { file, sheet: null, headerRows, names, rows: rows.slice(at + headerRows) }
  return suggestMapping(given, { standing, kpis, members })
}

describe('suggestMapping', () => {
  it.each([
    ['1 234', ' '],
    ['1\u2009234', ' '],
    ['1\u2019234', "'"],
    ['1,234', ','],
  ])('says what stands between thousands: %s', (figure, thousands) => {
    const text = `Month;Waiting\nApr-25;${figure}\nMay-25;980`
    const { mapping } = suggested('ot.csv', text)
    expect([mapping.numbers, mapping.outputs[0]?.value]).toEqual([{ thousands }, { column: 'Waiting' }])
  })

  it('takes figures for the texts that they are where their groups are none', () => {
    expect(suggested('ot.csv', 'Month;Waiting\nApr-25;1 23\nMay-25;12 34').mapping.numbers).toBeUndefined()
  })

  it('proposes the month first where nothing else makes sense', () => {
    const days = suggested('ot.csv', 'Month;Waiting\n04/01/2025;12\n05/01/2025;13')
    expect(days.mapping.outputs[0]?.period).toEqual({ column: 'Month', form: 'month-first-date' })
    const british = suggested('ot.csv', 'Month;Waiting\n01/04/2025;12\n01/05/2025;13')
    expect(british.mapping.outputs[0]?.period).toEqual({ column: 'Month', form: 'day-first-date' })
  })

  it('proposes to carry down a month that is said once for its rows', () => {
    const pivot = 'Month;Town;Waiting\nApr-25;Acton;12\n;Hanwell;13\nMay-25;Acton;9\n;Hanwell;8'
    expect(suggested('ot.csv', pivot).mapping.carriedDown).toEqual(['Month'])
    // blanks that end a table, and blanks behind what is said, carry nothing
    const blanks = 'Month;Town;Waiting\nApr-25;Acton;12\nApr-25;;13\n;;9'
    expect(suggested('ot.csv', blanks).mapping.carriedDown).toBeUndefined()
  })

  it('takes a column for the breakdown whose members it holds, whatever its heading is', () => {
    const dimensionOf = (...places: string[]) => {
      const rows = places.map((place) => `${place};Apr-25;12`)
      return suggested('extract.csv', ['Place;Month;Waiting', ...rows].join('\n')).mapping.outputs[0]
        ?.dimension
    }
    expect(dimensionOf('Acton', 'HANWELL', 'Total')).toBe('town')
    expect(dimensionOf('Acton', 'Brentford', 'Chiswick', 'Isleworth')).toBe('place')
    expect(dimensionOf('Acton', 'North')).toBe('place')
  })

  it('takes columns by name and content, below a title, and says what it cannot know', () => {
    const { mapping, unknown } = suggested(
      'extract.csv',
      'Extract of May;;;\nTown;Month;Waiting;Extracted\nActon;Apr-25;1,204;2025-05-02\nHanwell;Apr-25;*;2025-05-02\nActon;May-25;-;2025-06-02',
    )
    expect(mapping).toEqual({
      file: 'extract.csv',
      suppressed: ['*'],
      numbers: { thousands: ',' },
      outputs: [
        {
          kpi: 'ot-waiting',
          dimension: 'town',
          member: { column: 'Town' },
          period: { column: 'Month', form: 'month-name' },
          value: { column: 'Waiting' },
          asAt: { column: 'Extracted' },
        },
      ],
    })
    expect(unknown).toEqual([expect.stringContaining('what "-" means among the figures')])
  })

  it('proposes one unit of a column, and none that changes how large its figures are', () => {
    const writing = (...cells: string[]) => {
      const rows = cells.map((cell, month) => `${month + 1}/04/2025;${cell}`)
      const { mapping, unknown } = suggested('wait.csv', ['Day;Wait', ...rows].join('\n'))
      const asked = unknown.filter((one) => one.includes('behind figures')).map((one) => one.split(':')[0])
      return [mapping.numbers, mapping.provisional, asked]
    }
    expect(writing('12 days', '14 days')).toEqual([{ units: ['days'] }, undefined, []])
    expect(writing('12 days', '3 weeks')).toEqual([
      undefined,
      undefined,
      ['what "days", "weeks" behind figures means'],
    ])
    expect(writing('1.2m', '450k')).toEqual([undefined, undefined, ['what "m", "k" behind figures means']])
    expect(writing('412', '415', '41p', '40r')).toEqual([{ ignored: ['r'] }, ['p'], []])
    expect(writing('41p', '40p')).toEqual([undefined, undefined, ['what "p" behind figures means']])
  })

  it('finds two header rows, and a column to each month of each measure', () => {
    const { mapping } = suggested(
      'x.csv',
      'Town;Apr-25;;May-25;\n;Waiting;Started;Waiting;Started\nActon;1;2;3;4\nHanwell;1;2;3;4',
    )
    expect(mapping.headerRows).toBe(2)
    expect(mapping.outputs.map(({ kpi, period }) => [kpi, period.headers])).toEqual([
      ['ot-waiting', { before: ' Waiting' }],
      ['ot-started', { before: ' Started' }],
    ])
  })

  it('takes the period from the file’s name, and asks for a measure that no name is near', () => {
    const { mapping, unknown } = suggested('List Apr 2025 v2.csv', 'Town;Number\nActon;1\nHanwell;2')
    expect(mapping.outputs[0]?.period).toEqual({
      fileName: { after: 'List ', before: ' v2' },
      form: 'month-name',
    })
    expect(mapping.outputs[0]?.kpi).toBe('MEASURE')
    expect(unknown).toContainEqual(expect.stringContaining('which measure is Number'))
  })

  it('proposes a mapping in use that reads the same columns, before any guess', () => {
    const standing: FileMapping = {
      file: 'april.csv',
      outputs: [
        {
          kpi: 'ot-waiting',
          dimension: 'town',
          member: { column: 'Town' },
          period: { column: 'M', form: 'date' },
          value: { column: 'N', scale: 7 },
          asAt: '2025-05-02',
        },
      ],
    }
    const { mapping } = suggested('may.csv', 'M;Town;N;Note\n2025-05-01;Acton;1;x\n2025-05-01;Hanwell;2;y', [
      standing,
    ])
    expect(mapping).toEqual({ ...standing, file: 'may.csv' })
  })

  it('divides the numerator by the denominator where no other column holds figures, and asks what that is', () => {
    const { mapping, unknown } = suggested(
      'in-time.csv',
      'Month;Numerator;Denominator\nApr-25;28;64\nMay-25;30;60',
    )
    expect(mapping.outputs[0]?.value).toEqual({ divide: ['Numerator', 'Denominator'] })
    expect(mapping.outputs[0]?.combine).toBeUndefined()
    expect(unknown).toContainEqual(expect.stringContaining('Numerator divided by Denominator'))
  })

  it('counts rows of what has no figures, and gives a mapping that can be read', () => {
    const { mapping } = suggested(
      'events.csv',
      'Started;Town\n02/04/2025;Acton\n02/04/2025;Acton\n30/04/2025;Hanwell',
    )
    expect(mapping.outputs[0]?.combine).toEqual({ rows: 'count' })
    const problems: unknown[] = []
    readMapping('m.json', JSON.stringify({ files: [mapping] }), (problem) => problems.push(problem))
    expect(problems).toEqual([])
  })
})
