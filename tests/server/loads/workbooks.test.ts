import { describe, expect, it } from 'vitest'
import { readTable } from '../../../server/loads/read-table.ts'
import { withSheets } from '../../../server/loads/sheets/with-sheets.ts'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { aLoad, errorsIn, figureHeader, noticesIn, organisationFile } from '../../support/a-load.ts'
import { anOds, anXlsx, type SheetGiven, xlsxParts } from '../../support/a-workbook.ts'
import { aZip } from '../../support/a-zip.ts'
import { allOf } from '../../support/all-of.ts'
import { soundLoad } from '../../support/load-files.ts'
import { sourceOf } from '../../support/source-of.ts'

type Sheets = Record<string, SheetGiven>
const kinds = [
  ['book.xlsx', (sheets: Sheets) => anXlsx(sheets)],
  ['book.ods', (sheets: Sheets) => anOds(sheets)],
] as const

async function read(name: string, bytes: Uint8Array, wanted: string[] = [], headerRows = 1) {
  const problems: LoadProblem[] = []
  const [source] = await withSheets([sourceOf(name, bytes)])
  if (!source) throw new Error('a workbook has a sheet')
  const reading = { wanted: new Set(wanted), headerRows }
  const rows = await allOf(readTable(source, (problem) => problems.push(problem), reading))
  return { rows: rows.map(({ fields }) => fields), problems: problems.map(describeProblem) }
}

/** 1 April 2025 is day 45748. */
const april = { day: 45748 }
const mapping = (name: string, more: object = {}) => ({
  files: [
    {
      file: name,
      ...more,
      outputs: [
        {
          kpi: 'ot-waiting',
          dimension: 'town',
          member: { column: 'Town' },
          period: { column: 'Month', form: 'date' },
          value: { column: 'Waiting' },
          asAt: '2025-10-06',
        },
      ],
    },
  ],
})
const figuresOf = async ({ prepared }: Awaited<ReturnType<typeof aLoad>>) =>
  (await allOf(prepared?.readFigures() ?? (async function* () {})())).map(({ member, period, value }) => [
    member,
    period,
    value,
  ])
const definitions = { ...organisationFile, 'kpis.csv': soundLoad['kpis.csv'] }

describe.each(kinds)('%s', (name, make) => {
  it('gives values, days and shares by their format, below titles, and never formulas', async () => {
    const { rows, problems } = await read(
      name,
      make({
        Figures: {
          rows: [
            ['Extract of the waiting list'],
            [],
            ['Month', 'Town', 'Waiting', 'Share'],
            [april, ' Acton & Perivale ', { formula: 'B2+1', value: 12 }, { share: 0.28999999999999998 }],
            [{ day: 45778.5 }, 'Hanwell', 1234.5, { share: 1 / 3 }],
          ],
        },
      }),
      ['Month', 'Town'],
    )
    expect(rows).toEqual([
      ['Month', 'Town', 'Waiting', 'Share'],
      ['2025-04-01', ' Acton & Perivale ', '12', '29%'],
      [name === 'book.ods' ? '2025-05-01' : '2025-05-01 12:00:00', 'Hanwell', '1234.5', '33.3333333333333%'],
    ])
    expect(problems).toEqual([
      expect.stringContaining(`${name}/Figures:3:1 the header was found here; 2 lines above it`),
    ])
  })

  it('joins headers of several rows, merged ones too, and gives merged cells to each row', async () => {
    const { rows } = await read(
      name,
      make({
        Figures: {
          rows: [
            [{ text: 'Town', down: 2 }, { text: 'Waiting', across: 2 }, null, 'Extracted'],
            [null, april, { day: 45778 }, 'on'],
            [{ text: 'Acton', down: 2 }, 4, 5, 'x'],
            [null, 6, 7, 'y'],
          ],
        },
      }),
      ['Town', 'Extracted on'],
      2,
    )
    expect(rows[0]).toEqual(['Town', 'Waiting', 'Waiting', 'Extracted'])
    expect(rows.slice(2).map(([town]) => town)).toEqual(['Acton', 'Acton'])
  })

  it('says which cell is wrong, by sheet and address', async () => {
    const load = await aLoad(
      {
        ...definitions,
        [name]: make({
          Notes: { rows: [['Nothing here']] },
          Figures: {
            rows: [
              ['Month', 'Town', 'Waiting'],
              [april, 'Acton', 'about 12'],
              ['soon', 'Hanwell', 3],
            ],
          },
        }),
      },
      { mapping: mapping(name, { sheet: 'Figures' }) },
    )
    expect(errorsIn(load)).toEqual([
      expect.stringContaining(`${name}/Figures:2:3 (C2) the value is not a number`),
      expect.stringContaining(`${name}/Figures:3:1 (A3) the cell is not a period`),
    ])
    expect(noticesIn(load)).toContainEqual(
      expect.stringContaining(`${name}/Notes:0:0 the sheet is none of a load`),
    )
  })

  it('reads hidden rows, columns and sheets, and says so', async () => {
    const load = await aLoad(
      {
        ...definitions,
        [name]: make({
          Front: { rows: [['See the other']] },
          Figures: {
            isHidden: true,
            hiddenRows: [3],
            // the last holds nothing
            hiddenColumns: [2, 3, 9],
            rows: [
              ['Month', 'Town', 'Waiting'],
              [april, 'Acton', 12],
              [april, 'Hanwell', 30],
            ],
          },
        }),
      },
      { mapping: mapping(name, { sheet: 'Fig*' }) },
    )
    expect(errorsIn(load)).toEqual([])
    expect(await figuresOf(load)).toEqual([
      ['Acton', '2025-04', 12],
      ['Hanwell', '2025-04', 30],
    ])
    expect(noticesIn(load)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('the sheet is hidden, and was read'),
        expect.stringContaining('/Figures:3:1 a hidden row was read like the others'),
        expect.stringContaining('/Figures:1:2 (B1) 2 hidden columns were read like the others'),
      ]),
    )
  })

  it('refuses persons in a sheet that nobody asked for and nobody sees', async () => {
    const load = await aLoad(
      {
        ...definitions,
        [name]: make({
          Figures: {
            rows: [
              ['Month', 'Town', 'Waiting'],
              [april, 'Acton', 12],
            ],
          },
          Raw: { isHidden: true, hiddenRows: [2], rows: [['Case'], [9434765919]] },
        }),
      },
      { mapping: mapping(name) },
    )
    expect(load.prepared).toBeNull()
    expect(load.problems.map(describeProblem)).toEqual([
      expect.stringContaining(`${name}/Raw:2:1 (A2) looks like an NHS number`),
    ])
    expect(JSON.stringify(load.problems)).not.toContain('9434765919')
  })

  it('refuses a figure in a merged cell, and a formula that was never calculated', async () => {
    const load = await aLoad(
      {
        ...definitions,
        [name]: make({
          Figures: {
            rows: [
              ['Month', 'Town', 'Waiting'],
              [april, 'Acton', { text: '12', down: 2 }],
              [april, 'Hanwell', null],
              [april, 'Perivale', { formula: 'C2+C3' }],
            ],
          },
        }),
      },
      { mapping: mapping(name) },
    )
    expect(errorsIn(load)).toEqual([
      expect.stringContaining('(C3) the value is not a number → give each row a figure of its own'),
      expect.stringContaining('(C4) a formula was never calculated'),
    ])
  })

  it('takes a formula that came to nothing for an empty cell', async () => {
    const rows = [
      ['Month', 'Town', 'Waiting'],
      [april, 'Acton', { formula: 'IF(1=2;3;&quot;&quot;)', value: '' as const }],
      [april, 'Hanwell', 4],
    ]
    const load = await aLoad(
      { ...definitions, [name]: make({ Figures: { rows } }) },
      { mapping: mapping(name) },
    )
    expect(errorsIn(load)).toEqual([])
    expect(await figuresOf(load)).toEqual([
      ['Acton', '2025-04', null],
      ['Hanwell', '2025-04', 4],
    ])
  })

  it('takes sheets that are called as files of the contract are', async () => {
    const row = 'ot-waiting,2025-09,borough,All,12,,,,final,2025-10-06'
    const load = await aLoad({
      ...definitions,
      [name]: make({
        Observations: { rows: [figureHeader.split(','), row.split(',').map((cell) => cell || null)] },
        Sheet2: { rows: [] },
      }),
    })
    expect(errorsIn(load)).toEqual([])
    expect(await figuresOf(load)).toEqual([['All', '2025-09', 12]])
  })
})

describe('workbooks', () => {
  it('counts days from 1904 where the workbook does', async () => {
    const { rows } = await read(
      'old.xlsx',
      anXlsx({ A: { rows: [['Month'], [{ day: 44286 }]] } }, { is1904: true }),
    )
    expect(rows).toEqual([['Month'], ['2025-04-01']])
  })

  it('keeps the number of a footnote apart from the figure that it stands behind', async () => {
    const parts = xlsxParts({ A: { rows: [['Town 1', 'FIG']] } })
    const footnote = '<r><t>412</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'
    const texts = parts['xl/sharedStrings.xml']?.replace('<r><t>FIG</t></r>', footnote) ?? ''
    const { rows } = await read('notes.xlsx', aZip({ ...parts, 'xl/sharedStrings.xml': texts }))
    expect(rows).toEqual([['Town 1', '412¹']])
  })

  it.each([
    ['is damaged', 'x.xlsx', Buffer.from('PK no zip'), 'it is damaged, or protected by a password'],
    ['is of the old form', 'x.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'of the old form (.xls)'],
    ['is of another form', 'x.ods', aZip({ 'Index.iwa': 'x' }), 'of a form that is not read'],
    [
      'defines entities that grow',
      'x.ods',
      aZip({
        'content.xml':
          '<!DOCTYPE a [<!ENTITY b "bbbb">]><office:x><table:table table:name="A"><table:table-row><table:table-cell><text:p>&b;</text:p></table:table-cell></table:table-row></table:table></office:x>',
      }),
      'it is damaged',
    ],
    [
      'has a text without an end',
      'x.ods',
      aZip({ 'content.xml': `<office:x><table:table table:name="A"/>${'x'.repeat(1_100_000)}</office:x>` }),
      'a text of more than a million characters',
    ],
    [
      'says of a row that it stands a thousand million times',
      'x.ods',
      aZip({
        'content.xml':
          '<office:x><table:table table:name="A"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row></table:table></office:x>',
      }),
      'a sheet of more than 1048576 rows',
    ],
  ])('refuses one that %s, with what to do', async (_, name, bytes, words) => {
    const load = await aLoad({ ...definitions, [name]: bytes })
    expect(errorsIn(load)).toEqual([expect.stringContaining(words)])
    expect(load.prepared).toBeNull()
  })

  it('refuses one that unpacks to more than it may before anything is unpacked', async () => {
    const bytes = anXlsx({ A: { rows: [['Month']] } })
    // the sizes that the directory of the zip says of its first part
    const directory = bytes.indexOf(Buffer.from('PK\u0001\u0002'))
    for (const at of [20, 24]) bytes.writeUInt32LE(2 ** 31, directory + at)
    const load = await aLoad({ ...definitions, 'bomb.xlsx': bytes })
    expect(errorsIn(load)).toEqual([expect.stringContaining('unpacks to more than 1024 MB')])
  })
})
