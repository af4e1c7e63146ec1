import { describe, expect, it } from 'vitest'
import { aLoad, askedIn, errorsIn, noticesIn } from '../../support/a-load.ts'
import { allOf } from '../../support/all-of.ts'
import { soundLoad, wholeLoad } from '../../support/load-files.ts'

const { 'observations.csv': _, ...definitions } = soundLoad

const waiting = {
  kpi: 'ot-waiting',
  dimension: 'town',
  member: { column: 'Town' },
  period: { column: 'Month', form: 'month-name' },
  value: { column: 'Waiting' },
  asAt: '2025-10-06',
}

/** An extract that a mapping reads as the OT list by town. */
const extract = (name: string, text: string, output: object = {}) =>
  aLoad(
    { ...definitions, [name]: text },
    { mapping: { files: [{ file: name, outputs: [{ ...waiting, ...output }] }] } },
  )

async function valuesOf(load: Awaited<ReturnType<typeof extract>>) {
  expect(errorsIn(load)).toEqual([])
  return load.prepared && (await allOf(load.prepared.readFigures())).map(({ value }) => value)
}

describe('a comma between thousands without quotation marks', () => {
  const fault = 'a figure stands in two fields, as one with a comma between its thousands would'

  it('is no second figure, beside a column that is empty', async () => {
    const load = await extract(
      'list.csv',
      'Month,Town,Waiting,Note\nSep 2025,Acton,950,\nSep 2025,Hanwell,1,234,\n',
    )
    expect(errorsIn(load)).toEqual([expect.stringContaining(`list.csv:3:18 ${fault}`)])
    const pounds = await extract('list.csv', 'Month,Town,Waiting,Note\nSep 2025,Hanwell,£12,345.50,\n')
    expect(errorsIn(pounds)).toContainEqual(expect.stringContaining(fault))
  })

  it('is none where every row ends in a comma, or the row is as long as the header', async () => {
    const ended = 'Month,Town,Waiting,Started\nSep 2025,Acton,950,12,\nSep 2025,Hanwell,1,234,\n'
    expect(await valuesOf(await extract('list.csv', ended))).toEqual([950, 1])
    const beside = 'Month,Town,Waiting,Started,Note\nSep 2025,Acton,950,12,\nSep 2025,Hanwell,1,234,\n'
    expect(await valuesOf(await extract('list.csv', beside))).toEqual([950, 1])
  })
})

describe('JSON', () => {
  const output = { period: { column: 'Month', form: 'period' } }
  const list = (...records: string[]) => extract('list.json', `[\n${records.join(',\n')}\n]`, output)

  it('says each name once in a record, at any depth: a parser keeps the last in silence', async () => {
    const load = await list(
      '{"Month": "2025-09", "Town": "Acton", "Waiting": 4, "By": {"age": 1}}',
      '{"Month": "2025-09", "Town": "Hanwell", "Waiting": 5, "By": {"age": 1}, "Wait\\u0069ng": 6}',
    )
    expect(errorsIn(load)).toEqual([
      'list.json:3:73 a name stands twice in one record, with two values → keep one of the two, or give the other another name',
    ])
    const organisation = soundLoad['organisation.json'].replace('{', '{"name":"Otherborough",')
    expect(errorsIn(await aLoad({ ...soundLoad, 'organisation.json': organisation }))).toContainEqual(
      expect.stringContaining('organisation.json:1:24 a name stands twice'),
    )
  })

  it('has its faults told at their place, and an entry that nobody reads too', async () => {
    const organisation = (text: string) => aLoad({ ...soundLoad, 'organisation.json': text })
    const lines = soundLoad['organisation.json'].replace(
      '{',
      '{\n  "time_zone": "Europe/Paris",\n  "to": "do",\n  ',
    )
    expect(noticesIn(await organisation(lines))).toEqual(
      expect.arrayContaining([
        'organisation.json:2:3 the entry time_zone is not known and is ignored → if it is timezone, rename it',
        'organisation.json:3:3 the entry to is not known and is ignored → nothing, if it is not needed',
      ]),
    )
    const wrong = lines.replace(/"illustrative": ?(true|false)/, '"illustrative": "yes"')
    expect(errorsIn(await organisation(wrong))).toContainEqual(
      expect.stringMatching(/^organisation\.json:4:\d+ illustrative: it is missing, or is not true or false/),
    )
    const mapped = await aLoad(
      { ...definitions, 'list.csv': 'Month,Waiting\n2025-09,5\n' },
      { mapping: { files: [{ file: 'list.csv', outputs: [{ ...waiting, wrong: 1 }] }] } },
    )
    expect(errorsIn(mapped)).toContainEqual(
      expect.stringMatching(/^mapping\.json:\d+:\d+ files\.0\.outputs\.0: it has a word that no mapping has/),
    )
  })

  it('has no value that an object inside it calls the same', async () => {
    expect(
      errorsIn(await list('{"Month": "2025-09", "Town": "Acton", "Waiting": 4, "a.b": 1, "a": {"b": 2}}')),
    ).toEqual([expect.stringContaining('two values of one record have one name')])
  })

  it('is asked about where it is one page of several', async () => {
    const items = [{ Month: '2025-09', Town: 'Acton', Waiting: 4 }]
    const asked = async (around: object) => {
      const mapping = {
        files: [{ file: 'list.json', records: 'items', outputs: [{ ...waiting, ...output }] }],
      }
      const files = { ...definitions, 'list.json': JSON.stringify({ ...around, items }) }
      const load = await aLoad(files, { mapping })
      expect(errorsIn(load)).toEqual([])
      return askedIn(load)
    }
    const more = [
      expect.stringContaining('list.json:0:0 the file says that there are more records than its 1'),
    ]
    expect(await asked({ next: 'https://data.example/?page=2' })).toEqual(more)
    expect(await asked({ total_count: 240 })).toEqual(more)
    expect(await asked({ _links: { next: { href: '?page=2' } } })).toEqual(more)
    expect(await asked({ count: 1, next: null, links: { self: 'https://data.example/' } })).toEqual([])
  })

  it('keeps a whole number that is too long to be kept as a number: refused as a figure, told apart as a name', async () => {
    const figure = await list('{"Month": "2025-09", "Town": "Acton", "Waiting": 9007199254740993}')
    expect(errorsIn(figure)).toEqual([
      expect.stringMatching(/^list.json:.*write at most fifteen digits before the point/),
    ])
    const ids = await list(
      '{"Month": "2025-09", "Town": "Acton", "Waiting": 4, "id": 9007199254740993}',
      '{"Month": "2025-09", "Town": "Hanwell", "Waiting": 5, "id": 9007199254740992}',
    )
    expect(await valuesOf(ids)).toEqual([4, 5])
    const floats = await list('{"Month": "2025-09", "Town": "Acton", "Waiting": 4, "x": 0.30000000000000004}')
    expect(await valuesOf(floats)).toEqual([4])
  })
})

/** What a load says of a file beside what it reads: a column called so, with these cells. */
async function besideOf(header: string, cells: readonly string[]) {
  const rows = cells.map((cell, row) => `2025-0${row + 1},"${cell}"`)
  const errors = errorsIn(
    await aLoad({ ...soundLoad, 'beside.csv': [`Month,${header}`, ...rows].join('\n') }),
  )
  for (const secret of cells.filter((cell) => cell.length > 5)) expect(errors.join()).not.toContain(secret)
  // a table that nobody asked for is told for that alone, where nobody is in it
  return errors.flatMap((error) => (error.includes('is none of a load') ? [] : error.split(' → ')[0]))
}

describe('persons', () => {
  it('are known by their bank accounts, whatever is written around them', async () => {
    for (const account of [
      'GB82 WEST 1234 5698 7654 32',
      'GB82WEST12345698765432',
      'Paid to DE89 3704 0044 0532 0130 00.',
    ])
      expect(await besideOf('Reference', [account])).toEqual(['beside.csv:2:9 looks like a bank account'])
    // the check digits of the second are wrong, and a code of a place is none
    for (const other of ['GB83 WEST 1234 5698 7654 32', 'E09000009', 'FY2024 AB12 CDEF'])
      expect(await besideOf('Reference', [other])).toEqual([])
  })

  it('are known by the numbers of their homes', async () => {
    expect(await besideOf('Property', ['100023336956', '10033544614', '100012345678'])).toEqual([
      'beside.csv:2:9 looks like the number of a home (UPRN)',
    ])
    expect(await besideOf('Note', ['See UPRN 100023336956', 'none'])).toEqual([
      'beside.csv:2:9 looks like the number of a home (UPRN)',
    ])
    expect(await besideOf('Unique Property Reference Number', ['100023336956'])).toEqual([
      'beside.csv:1:7 heads a column of addresses',
    ])
    expect(await besideOf('Budget', ['412000000000', '98000000000'])).toEqual([])
  })

  it('are known by how old one of them is, and groups are none', async () => {
    for (const text of [
      'Fell at home, aged 93 years',
      'Aged 93 years',
      'A woman aged 47 waited',
      'resident (aged 88)',
      'a 93-year-old man',
      'She was 93 years old.',
    ])
      expect(await besideOf('Note', [text]), text).toEqual([
        'beside.csv:2:9 looks like the exact age of one person',
      ])
    for (const text of [
      'people aged 65 and over',
      'per person aged 65 and over',
      'Adults aged 18 to 64',
      'aged 65 years or over',
      'Aged 85+',
      'adults aged 18-64 years',
      'under the age of 18',
      'clients aged 90 years',
      'debt aged 90 days',
      'a 20-year-old building',
    ])
      expect(await besideOf('Note', [text]), text).toEqual([])
  })

  it('are known by a column of their ages, and bands and years of a population are none', async () => {
    const told = ['beside.csv:2:9 looks like the exact age of one person']
    expect(await besideOf('Age', ['93', '87', '41', '67'])).toEqual(told)
    expect(await besideOf('Age at referral', ['93', '87 yrs', '41'])).toEqual(told)
    expect(await besideOf('Client age (years)', ['93.0', '87.0', '41.0'])).toEqual(told)
    for (const [header, cells] of [
      ['Age band', ['93', '87', '41']],
      ['Age', ['18', '65', '75', '85']],
      ['Age', ['18-64', '65-74', '75+']],
      ['Age', ['412', '388', '402']],
      ['Age', ['2.4', '2.1', '2.7']],
      ['Average age', ['81', '82', '84']],
      ['Age of referral', ['93', '87', '41']],
    ] as const)
      expect(await besideOf(header, cells), `${header} ${cells}`).toEqual([])
    expect(
      await besideOf(
        'Age',
        Array.from({ length: 40 }, (_, index) => String(30 + index)),
      ),
    ).toEqual([])
  })

  it('are a breakdown by age whose members are single years', async () => {
    const rows = ['93', '87', '41'].map((age) => `ot-waiting,2025-09,age,${age},1,,,,final,2025-10-06`)
    const errors = errorsIn(
      await aLoad({ ...soundLoad, 'observations.csv': [soundLoad['observations.csv'], ...rows].join('\n') }),
    )
    expect(errors).toEqual([expect.stringContaining('looks like the exact age of one person')])
  })

  it('have telephones that are called mobiles only where they are', async () => {
    expect(await besideOf('Ring', ['020 8825 0001', '01895 120003'])).toEqual([
      'beside.csv:2:9 looks like a telephone number',
    ])
    expect((await besideOf('Ring', ['07700 900123']))[0]).toContain('a mobile number')
  })
})

describe('a row with a fault', () => {
  const changed = (file: keyof typeof wholeLoad, from: string, to: string) => ({
    ...wholeLoad,
    [file]: (wholeLoad[file] ?? '').replace(from, to),
  })

  it('is named to whoever names it, whose own cells are right', async () => {
    const told = errorsIn(await aLoad(changed('kpis.csv', ',down,', ',lower,')))
    expect(told[0]).toContain('kpis.csv:2:43 direction is none of the words')
    for (const file of ['targets.csv', 'trajectory.csv', 'milestones.csv', 'interventions.csv', 'risks.csv'])
      expect(told).toContainEqual(
        expect.stringMatching(
          new RegExp(
            `^${file}:2:\\d+ kpi_id is a measure whose own row has a fault → put line 2 of kpis.csv right$`,
          ),
        ),
      )
    expect(told).toContainEqual(
      expect.stringContaining(
        'milestone_id is a milestone whose own row has a fault → put line 2 of milestones.csv',
      ),
    )
    expect(told.filter((problem) => problem.includes('is no known'))).toEqual([])
  })
})

describe('a plan', () => {
  it('is told where a condition was meant, and cannot be read as one', async () => {
    const told = async (success: string) => {
      const milestones = (wholeLoad['milestones.csv'] ?? '').replace('<= 150', success)
      return noticesIn(await aLoad({ ...wholeLoad, 'milestones.csv': milestones })).filter((problem) =>
        problem.startsWith('milestones.csv:2:38 the success measure is no condition'),
      )
    }
    for (const success of ['=< 150', '< 150', '<= 150%', 'at most 150', '<= 150 by March 2026'])
      expect(await told(success), success).toHaveLength(1)
    for (const success of ['<= 150 for 3 months by 2026-03', 'Lessons received by the board', ''])
      expect(await told(success), success).toEqual([])
  })

  it('is asked about where a year is more than twenty from today', async () => {
    const trajectory = `${wholeLoad['trajectory.csv']}\not-waiting,2052-10,380,Board`
    const targets = `${wholeLoad['targets.csv']}\not-waiting,2052-04-01,140,,,Board\not-waiting,1990-04-01,300,,,Board`
    const asked = askedIn(await aLoad({ ...wholeLoad, 'trajectory.csv': trajectory, 'targets.csv': targets }))
    expect(asked.filter((problem) => problem.includes('more than 20 years'))).toEqual([
      expect.stringMatching(
        /^trajectory\.csv:3:12 a figure is planned for 2052, more than 20 years from today/,
      ),
      expect.stringMatching(/^targets\.csv:3:12 the target holds from 2052, more than 20 years from today/),
    ])
  })
})
