// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { recordTable } from '../../../../src/domain/exhibits/record-table.ts'
import { widthOf } from '../../../../src/exhibits/export/sheet-layout.ts'
import { sheetNames } from '../../../../src/exhibits/export/sheet-names.ts'
import { writeExhibitXlsx, writePackXlsx } from '../../../../src/exhibits/export/write-xlsx.ts'
import { anExhibit } from '../../../support/an-exhibit.ts'
import { readXlsx } from '../../../support/read-xlsx.ts'
import { readText } from '../../../support/xml-faults.ts'

const site = 'https://dashboard.example'

describe('writeExhibitXlsx', () => {
  it('writes real days and numbers, negative ones included, and empty cells as nothing', async () => {
    const [figures] = await readXlsx(await writeExhibitXlsx(anExhibit(), site))
    const at = (place: string) => figures?.cells.find((cell) => cell.at === place)
    // days since 1899-12-30: 31 August 2025 is 45900
    expect(at('A2')).toEqual({ at: 'A2', value: 45900, format: 'dd mmm yyyy' })
    expect(at('B2')).toMatchObject({ value: 305, format: '#,##0' })
    expect(at('C2')).toMatchObject({ value: -4.5, format: '#,##0.0' })
    expect(at('C3')).toBeUndefined()
  })

  it('makes text harmless that a spreadsheet would take for a formula', async () => {
    const [figures] = await readXlsx(await writeExhibitXlsx(anExhibit(), site))
    expect(figures?.cells.find(({ at }) => at === 'D3')?.value).toBe("'=cmd()")
  })

  it('keeps its heads in sight, merges no cell, and says in a sheet of its own what it is', async () => {
    const sheets = await readXlsx(await writeExhibitXlsx(anExhibit(), site))
    expect(sheets.map(({ name }) => name)).toEqual(['Figures', 'About'])
    expect(sheets[0]?.isHeadFrozen).toBe(true)
    expect(sheets.filter(({ hasMergedCells }) => hasMergedCells)).toEqual([])
    const about = sheets[1]?.cells.map(({ value }) => value)
    expect(about).toEqual(
      expect.arrayContaining([
        'The OT list has stopped falling',
        '5, September 2025',
        'OFFICIAL',
        'Illustrative data: invented figures',
        `${site}/kpis/ot-waiting?range=24&edition=5&audience=protected`,
      ]),
    )
  })
})

describe('a table of 50,000 rows', () => {
  it('has each of them in its sheet', async () => {
    const many = 50_000
    const [table] = anExhibit().tables
    if (!table) throw new Error('an exhibit has a table')
    const rows = Array.from({ length: many }, (_, index) => ['2025-08-31', index, -4.5, `Part ${index}`])
    const file = await writeExhibitXlsx(anExhibit({ tables: [{ ...table, rows }] }), site)
    const sheet = await readText(file, 'xl/worksheets/sheet1.xml')
    expect(sheet.match(/<row /g)).toHaveLength(many + 1)
    expect(sheet).toContain(`<v>${many - 1}</v>`)
  })
})

describe('writePackXlsx', () => {
  it('lists its items and gives each its tables and its origin', async () => {
    const item = { group: 'Item 3: waiting', note: 'Ask about June', exhibit: anExhibit() }
    const sheets = await readXlsx(await writePackXlsx([item, item], site))
    expect(sheets.map(({ name }) => name)).toEqual([
      'Contents',
      '1 Figures',
      '1 About',
      '2 Figures',
      '2 About',
    ])
    expect(sheets[0]?.cells.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Item 3: waiting', 'The OT list has stopped falling', 'Ask about June']),
    )
  })
})

describe('sheetNames', () => {
  it('drops what a workbook forbids, shortens, and repeats no name', () => {
    const long = 'Waiting for occupational therapy assessment'
    expect(sheetNames(['Trend: [OT]', 'trend ot', long, long, '///'])).toEqual([
      'Trend OT',
      'trend ot 2',
      'Waiting for occupational therap',
      'Waiting for occupational ther 2',
      'Sheet',
    ])
  })
})

describe('a column of several measures', () => {
  it('counts people whole beside shares, and has room for every number as it is shown', async () => {
    const table = recordTable(
      'Scorecard',
      [
        { head: 'Latest', text: (value: number) => value },
        { head: 'Budget', text: (value: number) => value * 2_467_000 },
      ],
      [414, 42.5, -1_027_222_195],
    )
    const [sheet] = await readXlsx(await writeExhibitXlsx(anExhibit({ tables: [table] }), site))
    const format = (place: string) => sheet?.cells.find(({ at }) => at === place)?.format
    expect([format('A2'), format('A3')]).toEqual(['#,##0', '#,##0.0'])
    const longest = '−2,534,157,155,065,000'.length
    expect(
      widthOf({ head: 'Budget', kind: 'number', decimals: 0 }, [[-2_534_157_155_065_000]], 0),
    ).toBeGreaterThan(longest)
  })
})
