import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readLoad } from '../../../server/loads/read-load.ts'
import { screenLoad } from '../../../server/loads/screen-load.ts'
import { fileOnDisk } from '../../../server/loads/source-file.ts'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { nothingStanding } from '../../../src/ingest/standing.ts'
import { wholeLoad } from '../../support/load-files.ts'
import { hasSharedFiles, sharedFile, sharedNote } from '../../support/shared.ts'
import { sourceOf } from '../../support/source-of.ts'

const nhsNumber = '943 476 5919'

async function load(files: Readonly<Record<string, string>>, mapping: object | string | null = null) {
  const text = mapping === null || typeof mapping === 'string' ? mapping : JSON.stringify(mapping)
  return await readLoad(
    Object.entries(files).map(([name, content]) => sourceOf(name, content)),
    text === null ? null : sourceOf('mapping.json', text),
    nothingStanding,
    '2026-01-01',
  )
}

const refusal = /^(looks like|heads a column of) /

/** The load is refused for persons alone: by place and kind, without a letter of what stands there. */
function expectRefusal({ problems, prepared }: Awaited<ReturnType<typeof load>>, secrets: readonly string[]) {
  expect(prepared).toBeNull()
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.filter(({ message }) => !refusal.test(message))).toEqual([])
  for (const secret of secrets) expect(JSON.stringify(problems)).not.toContain(secret)
}

const placeOf = ({ file, line, column }: LoadProblem) => `${file}:${line}:${column}`

/** Every cell of the whole load: its file, its row and its column. */
const cells = Object.entries(wholeLoad)
  .filter(([file]) => file.endsWith('.csv'))
  .flatMap(([file, text]) => {
    const [header = ''] = text.split('\n')
    return header.split(',').map((name, index) => ({ file, name, index }))
  })

function withCell(file: string, index: number, row: number, cell: string) {
  const lines = (wholeLoad[file] ?? '').split('\n')
  lines[row] = (lines[row] ?? '').split(',').with(index, cell).join(',')
  return { ...wholeLoad, [file]: lines.join('\n') }
}

describe('a load without persons', () => {
  it('is read, with every file that there is', async () => {
    const { problems, prepared } = await load(wholeLoad)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(prepared).not.toBeNull()
  })
})

describe('a person in any cell of any file', () => {
  it.each(cells)('refuses the load for an NHS number in $name of $file', async ({ file, index }) => {
    const spellings = [nhsNumber, '9434765919', '943-476-5919', `x ${nhsNumber} y`]
    const told = spellings.map((cell) => load(withCell(file, index, 1, cell)))
    for (const one of await Promise.all(told)) {
      expectRefusal(one, ['943', '5919'])
      expect(one.problems[0]).toMatchObject({ file, line: 2 })
    }
  })

  it.each(cells)('refuses the load where $name of $file says who', async ({ file, index }) => {
    const others = ['Mrs Zzexample', 'zz.example@example.org', 'born 01/02/1941', '12 Zz Avenue W5 2AB']
    const told = others.map((cell) => load(withCell(file, index, 1, cell)))
    for (const one of await Promise.all(told)) expectRefusal(one, ['Zz', 'zz', '1941', 'W5'])
  })

  it.each([...new Set(cells.map(({ file }) => file))])(
    'refuses another column of persons in %s',
    async (file) => {
      for (const header of ['NHS Number', 'Surname', 'DOB', 'ClientID']) {
        const lines = (wholeLoad[file] ?? '').split('\n')
        const wider = lines.map((line, row) => `${line},${row === 0 ? header : 'Zz'}`).join('\n')
        const one = await load({ ...wholeLoad, [file]: wider })
        expectRefusal(one, ['Zz', header])
        expect(one.problems.map(placeOf)).toEqual([`${file}:1:${(lines[0]?.length ?? 0) + 2}`])
      }
    },
  )

  it.each(['owner_role', 'sponsor_role', 'author_role', 'approver', 'approved_by', 'set_by', 'board'])(
    'refuses a name in %s, which is for a role',
    async (role) => {
      const own = cells.filter(({ name }) => name === role)
      expect(own.length).toBeGreaterThan(0)
      for (const { file, index } of own) {
        expectRefusal(await load(withCell(file, index, 1, 'Margaret Zzexample')), ['Zz', 'Margaret'])
      }
    },
  )

  it('refuses members that are names', async () => {
    const row = (member: string) => `ot-waiting,2025-09,helper,${member},4,,,,,2025-10-06`
    const observations = (...members: string[]) =>
      load({
        ...wholeLoad,
        'observations.csv': [wholeLoad['observations.csv'], ...members.map(row)].join('\n'),
      })
    expectRefusal(await observations('Margaret Zzexample'), ['Zz'])
    expectRefusal(
      await observations('ZZEXAMPLE Mohammed Ali', 'Susan Zzexample', 'Team B', 'Graham Zzother'),
      ['Zz'],
    )
    const towns = await observations('West Ealing', 'Victoria Park', 'Sue Ryder', 'St Helens')
    expect(towns.prepared).not.toBeNull()
  })

  it('refuses a breakdown by person, whatever its members are called', async () => {
    const row = 'ot-waiting,2025-09,person,P0001,4,,,,,2025-10-06'
    expectRefusal(
      await load({ ...wholeLoad, 'observations.csv': `${wholeLoad['observations.csv']}\n${row}` }),
      ['P0001'],
    )
  })

  it('refuses a name in organisation.json, written plainly or in escapes', async () => {
    const plain = (wholeLoad['organisation.json'] ?? '').replace('Adult social care', nhsNumber)
    const escaped = plain.replace('943', '\\u0039\\u0034\\u0033')
    expectRefusal(await load({ ...wholeLoad, 'organisation.json': plain }), ['943', '5919'])
    expectRefusal(await load({ ...wholeLoad, 'organisation.json': escaped }), ['943', '5919'])
  })

  it('refuses a file that its name gives away, and names it by its place', async () => {
    expectRefusal(await load({ ...wholeLoad, '9434765919.csv': 'a,b\n1,2' }), ['943'])
    expectRefusal(await load({ ...wholeLoad, 'margaret_zzexample.csv': 'a,b\n1,2' }), ['zz', 'margaret'])
    expectRefusal(await load({ ...wholeLoad, 'Mr_Zzexample.csv': 'a,b\n1,2' }), ['Zz'])
  })

  it('refuses a title, a name or a text that is nothing but a name', async () => {
    const texts = cells.filter(({ name }) =>
      ['title', 'name', 'action', 'text', 'reason', 'note'].includes(name),
    )
    expect(texts.length).toBeGreaterThan(6)
    for (const { file, index } of texts) {
      expectRefusal(await load(withCell(file, index, 1, 'Margaret Zzexample')), ['Zz', 'Margaret'])
    }
    const organisation = (wholeLoad['organisation.json'] ?? '').replace('Testborough', 'Margaret Zzexample')
    expectRefusal(await load({ ...wholeLoad, 'organisation.json': organisation }), ['Zz'])
  })
})

describe('a mapped file', () => {
  const mapping = {
    files: [
      {
        file: 'extract.csv',
        outputs: [
          {
            kpi: 'ot-waiting',
            dimension: 'town',
            member: { column: 'Town' },
            memberLabel: { column: 'Label' },
            period: { column: 'Month', form: 'period' },
            value: { column: 'Number' },
            asAt: '2025-10-06',
          },
        ],
      },
    ],
  }
  const { 'organisation.json': organisation, 'kpis.csv': kpis } = wholeLoad
  const extract = (...lines: string[]) =>
    load(
      { 'organisation.json': organisation ?? '', 'kpis.csv': kpis ?? '', 'extract.csv': lines.join('\n') },
      mapping,
    )

  it('of counts is read, whatever else it has', async () => {
    const one = await extract('Town,Label,Month,Number,Received', 'Acton,Acton,2025-09,4,03/10/2025')
    expect(one.prepared).not.toBeNull()
  })

  it.each([0, 1, 2, 3, 4])('is refused for an NHS number in its column %i, used or not', async (index) => {
    const row = ['Acton', 'Acton', '2025-09', '4', 'x'].with(index, nhsNumber).join(',')
    expectRefusal(await extract('Town,Label,Month,Number,Other', row), ['943', '5919'])
  })

  it('is refused for dates spread over decades, and not for months, readings and due dates', async () => {
    const born = ['14/02/1941', '3 Mar 1958', '1990-11-23', '22/07/1969']
    const due = ['14/02/2024', '03/03/2025', '23/11/2025', '22/07/2024']
    const starts = ['01/04/1969', '01/05/1984', '01/06/2001', '01/07/2025']
    const told = async (days: readonly string[]) =>
      await extract(
        'Town,Label,Month,Number,When',
        ...days.map((day, index) => `Town ${'ABCD'[index]},Acton,2025-09,4,${day}`),
      )
    expectRefusal(await told(born), ['1941', '1958'])
    expect((await told(due)).prepared).not.toBeNull()
    expect((await told(starts)).prepared).not.toBeNull()
  })

  it('is refused for a bare Name whose cells have the form of names', async () => {
    const told = (label: string) => extract('Town,Label,Month,Number,Name', `Acton,Acton,2025-09,4,${label}`)
    expectRefusal(await told('Oluwaseun Zzexample'), ['Zz'])
    expect((await told('Acton High Street')).prepared).not.toBeNull()
  })

  it('is refused for NHS numbers as a spreadsheet or a data frame writes long numbers', async () => {
    const told = (...cells: string[]) =>
      extract('Town,Label,Month,Number,Key', ...cells.map((cell) => `Acton,Acton,2025-09,4,${cell}`))
    expectRefusal(await told('9434765919.0', '4010232137.0'), ['943', '401'])
    expectRefusal(await told('9.434765919E+09'), ['943'])
    expectRefusal(await told('"9,434,765,919"'), ['434'])
    expectRefusal(await extract('Town,Label,Month,Number', '9434765919.0,Acton,2025-09,4'), ['943'])
  })

  it('is refused for names with a column to each part, whatever its header', async () => {
    const told = (...names: string[]) =>
      extract('Town,Label,Month,Number,A,B', ...names.map((name) => `Acton,Acton,2025-09,4,${name}`))
    expectRefusal(await told('Margaret,Zzexample', 'John,Zzother'), ['Zz', 'Margaret'])
    expect((await told('Douglas,Isle', 'Acton,West')).prepared).not.toBeNull()
  })

  it('is refused for dates of birth in one number', async () => {
    const days = ['19410214', '19580303', '19901123', '19690722']
    expectRefusal(
      await extract('Town,Label,Month,Number,When', ...days.map((day) => `Acton,Acton,2025-09,4,${day}`)),
      days,
    )
  })

  it('is refused below a title, and with semicolons, before either is a fault', async () => {
    expectRefusal(await extract('Extract of October', '', 'NHS Number,Surname', `${nhsNumber},Zz`), [
      '943',
      'Zz',
    ])
    expectRefusal(await extract('NHS Number;Surname;Month', `9434765919;Zz;2025-09`), ['943', 'Zz'])
  })

  it('tells counts of how people got in touch from ways to reach them', async () => {
    const counts = await extract('Town,Label,Month,Number,Email,Telephone', 'Acton,Acton,2025-09,4,120,45')
    expect(counts.prepared).not.toBeNull()
    const numbers = await extract('Town,Label,Month,Number,Telephone', 'Acton,Acton,2025-09,4,07700900123')
    expectRefusal(numbers, ['07700'])
  })

  it('is refused where the mapping itself names persons', async () => {
    const by = (output: object) =>
      load(wholeLoad, {
        files: [{ file: 'x.csv', outputs: [{ ...mapping.files[0]?.outputs[0], ...output }] }],
      })
    expectRefusal(await by({ member: 'Margaret Zzexample' }), ['Zz'])
    expectRefusal(await by({ dimension: 'person' }), [])
    const toForenames = { column: 'Town', values: { A: 'Margaret', B: 'Mohammed' } }
    expectRefusal(await by({ member: toForenames }), ['Margaret'])
    expectRefusal(await by({ member: { column: 'Town', values: { [nhsNumber]: 'A' } } }), ['943'])
  })
})

describe('figures of ten digits', () => {
  const { 'organisation.json': organisation = '' } = wholeLoad
  const spend =
    'kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from\nspend,Spend,supporting,pounds,S,neutral,month,0,,,none,,1,2024-04-01'
  const told = (values: readonly string[]) =>
    load({
      'organisation.json': organisation,
      'kpis.csv': spend,
      'observations.csv': [
        'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at',
        ...values.map((value, index) => `spend,2025-0${index + 1},borough,All,${value},,,,,2025-10-06`),
      ].join('\n'),
    })

  it('are figures where others of their size do not pass the check of an NHS number', async () => {
    // the second passes, as one in eleven does
    const { prepared, problems } = await told(['9434765911', '9434765919', '9434765912', '9434765913'])
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(prepared).not.toBeNull()
  })

  it('are persons where most of them do, or one stands among small figures', async () => {
    expectRefusal(await told(['9434765919', '4010232137', '412']), ['9434', '4010'])
    expectRefusal(await told(['400', '9434765919', '412']), ['9434'])
    expect((await told(['400', '9434765919.0', '412'])).prepared).not.toBeNull()
  })
})

describe('other messages of the loader', () => {
  // what nobody can tell from a name must not come back either, in whatever column it was put
  it.each(cells)('say nothing of what stands in $name of $file', async ({ file, index }) => {
    for (const row of [0, 1]) {
      const { problems } = await load(withCell(file, index, row, 'Zzyx'))
      const isNewMember = file === 'observations.csv' || file === 'members.csv'
      const told = problems.filter(({ message }) => !(isNewMember && /is new, with/.test(message)))
      const isIgnoredColumn = ({ message }: LoadProblem) =>
        row === 0 && /is not known and is ignored/.test(message)
      expect(JSON.stringify(told.filter((one) => !isIgnoredColumn(one)))).not.toContain('Zzyx')
    }
  })

  it('say nothing of a file of JSON that is none', async () => {
    const { problems } = await load({ ...wholeLoad, 'organisation.json': '{"name": Zzyx}' })
    expect(problems.map(placeOf)).toContain('organisation.json:0:0')
    expect(JSON.stringify(problems)).not.toContain('Zzyx')
    const mapped = await load(wholeLoad, { Zzyx: 1, files: [{ Zzyx: 2, file: 3 }] })
    expect(JSON.stringify(mapped.problems)).not.toContain('Zzyx')
  })
})

describe.skipIf(!hasSharedFiles)(`published files of councils and the NHS${sharedNote}`, () => {
  it.each((hasSharedFiles ? readdirSync(sharedFile('')) : []).filter((name) => name.endsWith('.csv')))(
    '%s names nobody',
    async (name) => {
      expect(await screenLoad([fileOnDisk(sharedFile(name))], null)).toEqual([])
    },
  )
})
