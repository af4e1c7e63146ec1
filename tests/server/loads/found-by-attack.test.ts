import { describe, expect, it } from 'vitest'
import { aLoad, askedIn, errorsIn, figureHeader, noticesIn } from '../../support/a-load.ts'
import { anXlsx } from '../../support/a-workbook.ts'
import { allOf } from '../../support/all-of.ts'
import { soundLoad, wholeLoad } from '../../support/load-files.ts'
import { standingOn } from '../../support/standing-on.ts'

const kpis = [
  soundLoad['kpis.csv'],
  'within-28,Within 28,waiting,percent,W,up,month,0,80,,people,,1,2024-04-01',
  'wait-median,Median,waiting,days,M,down,month,0,28,,people,,1,2024-04-01',
  'sg-type,By type,safeguarding,count,X,neutral,month,0,,,high,,1,2024-04-01',
  'started,Started,waiting,count,S,up,month,0,,,none,,1,2024-04-01',
].join('\n')
const definitions = { 'organisation.json': soundLoad['organisation.json'], 'kpis.csv': kpis }

const figures = (...rows: string[]) =>
  aLoad({
    ...definitions,
    'observations.csv': [figureHeader, ...rows.map((row) => `${row},2025-10-06`)].join('\n'),
  })

const base = {
  kpi: 'ot-waiting',
  dimension: 'town',
  member: { column: 'Town' },
  period: { column: 'Month', form: 'month-name' },
  value: { column: 'Waiting' },
  asAt: '2025-10-06',
}

const extract = (lines: readonly string[], output: object = {}) =>
  aLoad(
    { ...definitions, 'list.csv': lines.join('\n') },
    { mapping: { files: [{ file: 'list.csv', outputs: [{ ...base, ...output }] }] } },
  )

const membersOf = (...members: string[]) =>
  figures(...members.map((member, row) => `ot-waiting,2025-09,town,${member},${30 + 7 * row},,,,final`))

describe('a row of figures', () => {
  it('has no value where there was no case, and no category of more cases than there are', async () => {
    expect(errorsIn(await figures('wait-median,2025-09,borough,All,61,,,0,final'))).toEqual([
      expect.stringContaining('observations.csv:2:38 n is 0, and there is a value'),
    ])
    expect(errorsIn(await figures('sg-type,2025-09,type,Neglect,31,,,20,final'))).toEqual([
      expect.stringContaining('observations.csv:2:30 31 is more than n 20, the cases that it is of'),
    ])
    const bases = await figures(
      'sg-type,2025-09,type,Neglect,31,,,78,final',
      'sg-type,2025-09,type,Physical,11,,,87,final',
    )
    expect(noticesIn(bases)).toContainEqual(expect.stringContaining('of different numbers of cases (n)'))
  })

  it('is not missing while both of its counts are there, unless its status says so', async () => {
    const row = (status: string, denominator = 64) =>
      figures(`within-28,2025-09,borough,All,,28,${denominator},64,${status}`)
    expect(errorsIn(await row('final'))).toEqual([
      expect.stringContaining(
        'observations.csv:2:31 value is empty, and its numerator and denominator are given',
      ),
    ])
    expect(errorsIn(await row('missing'))).toEqual([])
    expect(errorsIn(await figures('within-28,2025-09,borough,All,,0,0,0,final'))).toEqual([])
  })

  it('is not withheld by its mark and missing by its status', async () => {
    expect(errorsIn(await figures('ot-waiting,2025-09,borough,All,[c],,,,missing'))).toEqual([
      expect.stringContaining('the value is marked as suppressed, and the status says missing'),
    ])
    expect(errorsIn(await figures('ot-waiting,2025-09,borough,All,,,,,suppressed'))).toEqual([])
  })

  it('is asked about where it is of nines, of decades, or decades from all others', async () => {
    const sentinel = await figures(
      'wait-median,2025-08,borough,All,9999,,,40,final',
      'wait-median,2025-09,borough,All,61,,,40,final',
    )
    expect(askedIn(sentinel)).toEqual([
      expect.stringContaining(
        'observations.csv:2:1 9999 is more than three times any other figure of wait-median',
      ),
    ])
    const count = await figures(
      'started,2025-08,borough,All,9999,,,,final',
      'started,2025-09,borough,All,9500,,,,final',
    )
    expect(askedIn(count)).toEqual([])
    const serial = await figures('wait-median,2025-09,borough,All,45748,,,40,final')
    expect(askedIn(serial)).toEqual([expect.stringContaining('a wait of more than ten years')])
    const mistyped = await figures(
      'ot-waiting,1925-09,borough,All,5,,,,final',
      'ot-waiting,2025-08,borough,All,5,,,,final',
    )
    expect(askedIn(mistyped)).toEqual([
      expect.stringContaining('1925-09 lies more than 20 years from all other periods of ot-waiting'),
      expect.stringContaining('2025-08 lies'),
    ])
  })

  it('is of a whole period only once that is over: a week before its end is', async () => {
    const read = (asAt: string, status: string) =>
      aLoad({
        ...soundLoad,
        'observations.csv': `${figureHeader}\not-waiting,2025-09,borough,All,5,,,,${status},${asAt}`,
      })
    const early = expect.stringContaining('a figure is final, and was read before the period was over')
    expect(noticesIn(await read('2025-09-15', 'final'))).toContainEqual(early)
    expect(noticesIn(await read('2025-09-26', 'final'))).not.toContainEqual(early)
    const part = expect.stringContaining(
      'observations.csv:2:1 a provisional figure was read more than a week before the period was over',
    )
    const provisional = await read('2025-09-15', 'provisional')
    expect(noticesIn(provisional)).not.toContainEqual(early)
    expect(askedIn(provisional)).toContainEqual(part)
    expect(askedIn(await read('2025-09-26', 'provisional'))).not.toContainEqual(part)
  })
})

describe('a workbook', () => {
  it('has the months that a spreadsheet made days of, as they were written', async () => {
    const row = (day: number) => [
      'ot-waiting',
      { day },
      'borough',
      'All',
      5,
      null,
      null,
      null,
      'final',
      { day: 45_936 },
    ]
    const sheet = (day: number) =>
      aLoad({
        ...definitions,
        'figures.xlsx': anXlsx({ observations: { rows: [figureHeader.split(','), row(day)] } }),
      })
    const read = await sheet(45_901)
    expect(errorsIn(read)).toEqual([])
    expect(read.prepared && (await allOf(read.prepared.readFigures()))[0]?.period).toBe('2025-09')
    // another day of the month was never a month
    expect(errorsIn(await sheet(45_902))).toEqual([expect.stringContaining('is not a period')])
  })
})

describe('a new dimension', () => {
  it('has no members that are totals, averages, targets or other periods by their names', async () => {
    for (const name of [
      'All',
      'All towns',
      'Totals (all towns)',
      'Ealing total',
      'Average',
      'Target',
      'Change',
      'Same month last year',
    ])
      expect(askedIn(await membersOf('Acton', 'Hanwell', name)), name).toEqual([
        expect.stringContaining(`are called as no group is: ${name}`),
      ])
    for (const name of [
      'All Saints',
      'Both',
      'Change of address',
      'Total Care Ltd',
      'Planned care',
      'Targeted support',
    ])
      expect(askedIn(await membersOf('Acton', 'Hanwell', name)), name).toEqual([])
  })

  it('has no marks for members, as stand where a name was left out', async () => {
    expect(
      askedIn(await membersOf('Acton', '-', 'N/A', '(blank)', '?', 'Not known', 'NA-Ealing', '65+')),
    ).toEqual([expect.stringContaining('are marks, as stand where a name was left out: -, N/A, (blank), ?')])
  })

  it('has each group in one way of writing, and no bands that a spreadsheet took for days', async () => {
    expect(askedIn(await membersOf('18-64', '65+', '18 - 64', 'ACTON', 'Acton'))).toEqual([
      expect.stringContaining(
        'are one but for capitals, spaces and dashes: 18-64 and 18 - 64, ACTON and Acton',
      ),
    ])
    expect(askedIn(await membersOf('10-14', 'Oct-14'))).toEqual([
      expect.stringContaining('may be bands that a spreadsheet took for days: Oct-14'),
    ])
  })
})

describe('an extract', () => {
  it('may have notes below its table, numbered, marked or one below the other', async () => {
    const load = await extract([
      'Month,Town,Waiting',
      'Sep 2025,Acton,30',
      '* Figures for Hanwell are not included,,',
      '1. Figures of September are provisional',
      'Notes:',
      'People in hospital are counted in their town',
      '',
    ])
    expect(errorsIn(load)).toEqual([])
    expect(noticesIn(load)).toContainEqual(expect.stringContaining('4 lines beside the table'))
    // one word alone is a group whose figures are lost
    expect(errorsIn(await extract(['Month,Town,Waiting', 'Sep 2025,Acton,30', 'Hanwell']))).toHaveLength(1)
  })

  it('may have its header again, on each page and in files put one behind the other', async () => {
    const header = 'Month,Town,Waiting'
    const load = await extract([
      header,
      'Sep 2025,Acton,30',
      header,
      'Aug 2025,Acton,31',
      header,
      'Jul 2025,Acton,32',
    ])
    expect(errorsIn(load)).toEqual([])
    expect(noticesIn(load)).toContainEqual(
      expect.stringContaining('list.csv:3:1 the header stands again here and below: it is read once'),
    )
    const other = await extract([header, 'Sep 2025,Acton,30', 'Month,Town,Started', 'Aug 2025,Acton,31'])
    expect(errorsIn(other).length).toBeGreaterThan(0)
  })

  it('whose header differs in spaces, a line break or capitals says where', async () => {
    const headers = ['Month,Town,waiting', 'Month,Town,"Waiting\n"', 'Month,Town,Wai\u0074ing\u00a0list']
    const names = ['Waiting', 'Waiting', 'Waiting list']
    for (const [index, header] of headers.entries()) {
      const load = await extract([header, 'Sep 2025,Acton,30'], { value: { column: names[index] } })
      if (index === 1) expect(errorsIn(load)).toEqual([])
      else
        expect(errorsIn(load)).toEqual([
          expect.stringContaining('field 3 of the header is called so but for spaces'),
        ])
    }
  })

  it('does not add up a list over the days of a month; flows it does', async () => {
    const rows = ['Day,Town,Waiting', '2025-09-29,Acton,4', '2025-09-30,Acton,5']
    const summed = { period: { column: 'Day', form: 'date' }, combine: { rows: 'sum' } }
    expect(errorsIn(await extract(rows, summed))).toEqual([
      expect.stringContaining(
        'list.csv:3:1 ot-waiting counts who is there on a day (P), and rows of several days',
      ),
    ])
    const flow = await extract(rows, { ...summed, kpi: 'started' })
    expect(errorsIn(flow)).toEqual([])
    const towns = ['Day,Town,Waiting', '2025-09-30,Acton,4', '2025-09-30,Acton,5']
    expect(errorsIn(await extract(towns, summed))).toEqual([])
  })

  it('has no text that a filter or a list of names passes by for a capital', async () => {
    const rows = ['Month,Town,Waiting,Status', 'Sep 2025,Acton,4,Open', 'Sep 2025,Hanwell,5,closed']
    const passed = expect.stringContaining('a text of the column')
    expect(askedIn(await extract(rows, { filters: [{ column: 'Status', noneOf: ['Closed'] }] }))).toEqual([
      passed,
    ])
    expect(askedIn(await extract(rows, { filters: [{ column: 'Status', noneOf: ['closed'] }] }))).toEqual([])
    const named = { member: { column: 'Town', values: { ACTON: 'Acton (town)', Hanwell: 'Hanwell' } } }
    expect(askedIn(await extract(rows, named))).toEqual([passed])
  })

  it('of a column to each month asks about a month with a mark, and about a year that did not turn', async () => {
    const wide = { period: { headers: {}, form: 'month-name' }, value: undefined }
    for (const marked of ['Sep-25*', 'Sep-25 (p)', 'Sep-25 [1]', 'Sep-25 provisional'])
      expect(askedIn(await extract([`Town,Aug-25,${marked}`, 'Acton,4,5'], wide)), marked).toEqual([
        expect.stringContaining(`the column ${marked} would be a period but for what stands behind it`),
      ])
    expect(askedIn(await extract(['Town,Nov-24,Dec-24,Jan-24', 'Acton,4,5,6'], wide))).toEqual([
      expect.stringContaining('2024-01 stands behind the December of its own year'),
    ])
    expect(askedIn(await extract(['Town,Nov-24,Dec-24,Jan-25', 'Acton,4,5,6'], wide))).toEqual([])
  })
})

describe('the plan', () => {
  const changed = (name: string, from: string, to: string) => {
    const text = wholeLoad[name]?.replace(from, to)
    if (text === undefined || text === wholeLoad[name]) throw new Error(`nothing of ${name} was changed`)
    return aLoad({ ...wholeLoad, [name]: text })
  }

  it('has nothing that was done after today', async () => {
    for (const [name, from, to] of [
      ['milestones.csv', '2025-11-27', '2027-11-27'],
      ['milestone-moves.csv', '2025-10-01', '2027-10-01'],
      ['actions.csv', '2025-09-29', '2027-09-29'],
      ['risk-reviews.csv', '2025-10-01', '2027-10-01'],
      ['commentary.csv', '2025-09', '2027-09'],
    ] as const)
      expect(errorsIn(await changed(name, from, to)), name).toEqual([
        expect.stringMatching(/which is after today/),
      ])
  })

  it('has moves that lead from one date to the other', async () => {
    expect(errorsIn(await changed('milestone-moves.csv', '2025-12-19', '2025-11-28'))).toEqual([
      expect.stringContaining('milestone-moves.csv:2:15 the move leads to the day that it leads from'),
    ])
    const { 'milestone-moves.csv': _, ...unmoved } = wholeLoad
    const late = (wholeLoad['milestones.csv'] ?? '').replace('2025-11-28,2025-11-28', '2025-11-28,2025-12-19')
    const told = noticesIn(await aLoad({ ...unmoved, 'milestones.csv': late }))
    expect(told).toContainEqual(
      expect.stringContaining('M1 is due on another day than it was first promised for'),
    )
    expect(noticesIn(await aLoad({ ...wholeLoad, 'milestones.csv': late })).join()).not.toContain(
      'M1 is due on',
    )
  })
})

describe('members.csv', () => {
  const load = (rows: string[], member: string, period = '2025-09') =>
    aLoad({
      ...definitions,
      'members.csv': ['dimension,member,alias,valid_from,valid_to', ...rows].join('\n'),
      'observations.csv': `${figureHeader}\not-waiting,${period},team,${member},5,,,,final,2025-10-06`,
    })
  const memberOf = async (given: Awaited<ReturnType<typeof load>>) => {
    expect(errorsIn(given)).toEqual([])
    return given.prepared && (await allOf(given.prepared.readFigures()))[0]?.member
  }

  it('gives each name to one member on any day', async () => {
    expect(errorsIn(await load(['team,East,Old,,', 'team,West,Old,,'], 'Old'))).toEqual([
      expect.stringContaining('members.csv:3:11 the alias is that of another member on the same days'),
    ])
    const turns = ['team,East,Old,,2025-03-31', 'team,West,Old,2025-04-01,']
    expect(await memberOf(await load(turns, 'Old'))).toBe('West')
    expect(await memberOf(await load(turns, 'Old', '2025-03'))).toBe('East')
    expect(errorsIn(await load(['team,East,West,,', 'team,West,,,'], 'West'))).toEqual([
      expect.stringContaining('members.csv:2:11 the alias is a member of the dimension itself'),
    ])
    expect(errorsIn(await load(['team,East,Old,2025-09-01,2024-01-01'], 'East'))).toEqual([
      expect.stringContaining('members.csv:2:26 it ends on 2024-01-01, before it begins'),
    ])
  })

  it('takes a member that was renamed for the other from the day of its alias, and keeps it before', async () => {
    const first = await standingOn(await load(['team,Old,,,'], 'Old', '2025-03'))
    const rows = ['team,East,Old,2025-04-01,', 'team,Old,,,']
    const later = (period: string) =>
      aLoad(
        {
          'members.csv': ['dimension,member,alias,valid_from,valid_to', ...rows].join('\n'),
          'observations.csv': `${figureHeader}\not-waiting,${period},team,Old,7,,,,final,2025-10-06`,
        },
        { standing: first },
      )
    expect(await memberOf(await later('2025-09'))).toBe('East')
    expect(await memberOf(await later('2025-02'))).toBe('Old')
  })
})
