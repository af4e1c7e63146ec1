import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  describeSuggestion,
  mappingOf,
  readSuggestArguments,
  suggest,
  writeSuggestion,
} from '../../../server/loads/suggest.ts'
import { aLoad, errorsIn, organisationFile } from '../../support/a-load.ts'
import { anXlsx } from '../../support/a-workbook.ts'
import { soundLoad } from '../../support/load-files.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suggest-'))
  await writeFile(join(folder, 'kpis.csv'), soundLoad['kpis.csv'])
})
afterAll(() => rm(folder, { recursive: true }))

async function look(name: string, content: string | Uint8Array) {
  const path = join(folder, name)
  await writeFile(path, content)
  return { path, suggested: await suggest({ path, mapping: null, isJson: false }) }
}

describe('--suggest', () => {
  it('writes a mapping of a workbook’s sheets that loads as it stands, and never over another', async () => {
    const rows = [
      ['OT list'],
      [],
      ['Month', 'Town', 'OT waiting'],
      [{ day: 45748 }, 'Acton', 12],
      [{ day: 45748 }, 'Hanwell', 30],
    ]
    const book = anXlsx({ Figures: { rows }, Old: { isHidden: true, rows } })
    const { path, suggested } = await look('list.xlsx', book)
    const written = await writeSuggestion(path, suggested)
    const mapping = JSON.parse(await readFile(written, 'utf8'))
    const load = await aLoad(
      { ...organisationFile, 'kpis.csv': soundLoad['kpis.csv'], 'list.xlsx': book },
      { mapping },
    )
    expect(errorsIn(load)).toEqual([])
    await expect(writeSuggestion(path, suggested)).rejects.toThrow('is there already')
    expect(describeSuggestion(suggested).join('\n')).toContain('2025-04-01 | Acton | 12')
  })

  it('reads semicolons, and shows nothing of a file with persons in it', async () => {
    const { suggested } = await look('semi.csv', 'Town;Month;Waiting\nActon;Apr-25;1\nHanwell;Apr-25;2\n')
    expect(mappingOf(suggested).files[0]?.outputs[0]?.period).toEqual({ column: 'Month', form: 'month-name' })
    const persons = await look('persons.csv', 'NHS number,Waiting\n9434765919,1\n')
    expect(persons.suggested.looks).toEqual([])
    expect(describeSuggestion(persons.suggested).join('\n')).toMatch(/NHS numbers/)
    expect(describeSuggestion(persons.suggested).join('\n')).not.toContain('943')
  })

  it('heeds quotation marks between semicolons', async () => {
    const text = 'Town;"Note; long";Month;Waiting\n"Acton; west";x;Apr-25;1\nHanwell;"y; z";Apr-25;2\n'
    const { suggested } = await look('quoted.csv', text)
    expect(suggested.looks[0]?.look.names).toEqual(['Town', 'Note; long', 'Month', 'Waiting'])
    expect(suggested.looks[0]?.look.rows[0]).toEqual(['Acton; west', 'x', 'Apr-25', '1'])
    const named = 'Forename;Surname;Waiting\nMargaret;Thistlewood;3\nGeorge;Appleby;4\n'
    expect((await look('named.csv', named)).suggested.looks).toEqual([])
  })

  it('knows the measures and the mappings of the database', async () => {
    const path = join(folder, 'referrals.csv')
    await writeFile(path, 'Month,Referrals received\nApr-25,12\n')
    const kpis = [{ id: 'referrals', name: 'Referrals received' }]
    const given = { path, mapping: null, isJson: false }
    expect(mappingOf(await suggest(given)).files[0]?.outputs[0]?.kpi).toBe('MEASURE')
    const known = await suggest(given, { mappings: [], kpis })
    expect(mappingOf(known).files[0]?.outputs[0]?.kpi).toBe('referrals')
    const [standing] = mappingOf(known).files
    const again = await suggest(given, {
      mappings: standing ? [{ ...standing, missing: ['?'] }] : [],
      kpis: [],
    })
    expect(mappingOf(again).files[0]).toMatchObject({ file: 'referrals.csv', missing: ['?'] })
  })

  it('is told apart from a load by its option', () => {
    expect(readSuggestArguments(['x.csv'])).toBeNull()
    expect(readSuggestArguments(['--suggest', 'x.csv', '--json'])).toEqual({
      path: 'x.csv',
      mapping: null,
      isJson: true,
    })
    expect(() => readSuggestArguments(['--suggest'])).toThrow()
  })
})
