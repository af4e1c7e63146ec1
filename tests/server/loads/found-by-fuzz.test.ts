import { describe, expect, it } from 'vitest'
import { aLoad, errorsIn, figureHeader, noticesIn } from '../../support/a-load.ts'
import { odsParts, xlsxParts } from '../../support/a-workbook.ts'
import { aZip } from '../../support/a-zip.ts'
import { soundLoad, wholeLoad } from '../../support/load-files.ts'

const observed = (member: string) =>
  `${figureHeader}\not-waiting,2025-09,town,${member},5,,,,final,2025-10-06\n`

/** A workbook of one figure, of which something is changed in one part. */
const rows = [
  figureHeader.split(','),
  ['ot-waiting', '2025-09', 'town', 'Acton', 5, null, null, null, 'final', { day: 45_936 }],
]
const sheet = 'xl/worksheets/sheet0.xml'
const xlsx = (part: string, from: string | RegExp, to: string) => {
  const parts = xlsxParts({ observations: { rows } })
  const changed = parts[part]?.replace(from, to)
  if (changed === undefined || changed === parts[part]) throw new Error(`nothing of ${part} was changed`)
  return aZip({ ...parts, [part]: changed })
}
const errorsOfWorkbook = async (bytes: Uint8Array) =>
  errorsIn(await aLoad({ ...soundLoad, 'observations.xlsx': bytes }))

/** Each was read in silence, or refused for another reason, before the fuzz or a trial by hand met it. */
describe('found by changing loads', () => {
  it('an error of a spreadsheet is no member, be it in a CSV, a workbook or the list of members', async () => {
    const { 'observations.csv': _, ...others } = wholeLoad
    expect(errorsIn(await aLoad({ ...soundLoad, 'observations.csv': observed('#N/A') }))).toEqual([
      'observations.csv:2:25 the member is an error of a spreadsheet (such as #N/A) → put right its formula at the source, or leave the row out',
    ])
    const members = 'dimension,member,alias\ntown,Acton,#REF!\n'
    expect(
      errorsIn(await aLoad({ ...others, 'observations.csv': observed('Acton'), 'members.csv': members })),
    ).toEqual([expect.stringContaining('members.csv:2:12 alias is an error of a spreadsheet')])
  })

  it('a member has no line break and no character that is not shown', async () => {
    for (const member of ['"Acton\nHanwell"', 'Acton\u200b'])
      expect(errorsIn(await aLoad({ ...soundLoad, 'observations.csv': observed(member) }))).toEqual([
        expect.stringContaining('observations.csv:2:25 the member has a line break, or characters'),
      ])
  })

  it('a whole number that would be read as its neighbour is refused', async () => {
    const rounded = observed('Acton').replace(',5,', ',9007199254740993,')
    expect(errorsIn(await aLoad({ ...soundLoad, 'observations.csv': rounded }))).toEqual([
      expect.stringContaining('write at most fifteen digits'),
    ])
  })

  it('half a character in a file of JSON is refused', async () => {
    const organisation = soundLoad['organisation.json'].replace('Test', 'Te\\ud800st')
    expect(errorsIn(await aLoad({ ...soundLoad, 'organisation.json': organisation }))).toContainEqual(
      expect.stringContaining('organisation.json:0:0 the file has half a character'),
    )
    const whole = soundLoad['organisation.json'].replace('Test', '\\ud83d\\ude00 C:\\\\ud800')
    expect(errorsIn(await aLoad({ ...soundLoad, 'organisation.json': whole }))).toEqual([])
  })

  it('a footer below a file of the plan is left out, as below figures', async () => {
    const milestones = `${wholeLoad['milestones.csv']}\n${'Applied filters: none'}${','.repeat(12)}\n`
    const load = await aLoad({ ...wholeLoad, 'milestones.csv': milestones })
    expect(errorsIn(load)).toEqual([])
    expect(noticesIn(load)).toContainEqual(
      expect.stringContaining('milestones.csv:3:1 a line beside the table'),
    )
  })

  it.each([
    ['a text that it does not have', sheet, '<v>0</v>', '<v>999</v>'],
    ['a style that it does not have', sheet, 's="1"', 's="99"'],
    ['a cell that is none', sheet, 'r="E2"', 'r="A0"'],
    ['a cell of another row', sheet, 'r="E2"', 'r="E7"'],
    ['two cells in one place', sheet, 'r="E2"', 'r="D2"'],
    ['rows that go back', sheet, '<row r="2"', '<row r="1"'],
    ['no styles, and days', 'xl/styles.xml', /<cellXfs>.*<\/cellXfs>/, '<cellXfs></cellXfs>'],
  ])('a workbook with %s is damaged', async (_, part, from, to) => {
    expect(await errorsOfWorkbook(xlsx(part, from, to))).toContainEqual(
      expect.stringContaining('the workbook cannot be read: it is damaged'),
    )
  })

  it('a number of a cell is one as files write numbers', async () => {
    const hexadecimal = xlsx(sheet, '<c r="E2"><v>5</v>', '<c r="E2"><v>0x1F</v>')
    expect(await errorsOfWorkbook(hexadecimal)).toEqual([
      expect.stringContaining('the value is not a number'),
    ])
    const parts = odsParts({ observations: { rows } })
    const content = parts['content.xml']?.replace('office:value="5"', 'office:value="0x1F"') ?? ''
    const ods = aZip({ ...parts, 'content.xml': content })
    expect(errorsIn(await aLoad({ ...soundLoad, 'observations.ods': ods }))).toEqual([
      expect.stringContaining('the value is not a number'),
    ])
  })
})
