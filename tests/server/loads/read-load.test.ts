import { describe, expect, it } from 'vitest'
import { readLoad } from '../../../server/loads/read-load.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { nothingStanding, type Standing } from '../../../src/ingest/standing.ts'
import { allOf } from '../../support/all-of.ts'
import { sourceOf } from '../../support/source-of.ts'

const organisation = sourceOf(
  'organisation.json',
  '{"name":"Testborough","service":"Adult social care","illustrative":false,"marking":"OFFICIAL"}',
)
const kpiHeader =
  'kpi_id,name,theme,unit,agg,direction,freq,decimals,target,target_date,sdc,code,version,valid_from'
const kpis = sourceOf(
  'kpis.csv',
  [
    `${kpiHeader},percentile`,
    'ot-waiting,Waiting for OT,waiting,count,P,down,month,0,150,2026-03-31,people,,1,2024-04-01,',
    'within-28,Within 28 days,waiting,percent,W,up,month,0,80,,people,,1,2024-04-01,',
    'wait-median,Median wait,waiting,days,M,down,month,0,28,,people,,1,2024-04-01,50',
    'spend,Spend,supporting,percent,W,neutral,month,0,,,none,,1,2024-04-01,',
    'sg-type,By type,safeguarding,count,X,neutral,month,0,,,high,,1,2024-04-01,',
    'audit,Audits,supporting,percent,W,up,quarter,0,,,people,,1,2024-04-01,',
  ].join('\n'),
)
const header = 'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at'

/** Problems of a load of some rows of observations, as a person reads them. */
async function problemsOf(rows: string, standing: Standing = nothingStanding) {
  const { problems, prepared } = await readLoad(
    [organisation, kpis, sourceOf('observations.csv', `${header}\n${rows}\n`)],
    null,
    standing,
  )
  return {
    errors: problems.filter(({ severity }) => severity === 'error').map(describeProblem),
    notices: problems.filter(({ severity }) => severity === 'notice').map(describeProblem),
    prepared,
  }
}

async function errorsOf(rows: string, standing?: Standing) {
  return (await problemsOf(rows, standing)).errors
}

async function figuresOf(rows: string) {
  const { prepared } = await problemsOf(rows)
  return prepared ? await allOf(prepared.readFigures()) : null
}

describe('readLoad', () => {
  it('reads figures as they stand', async () => {
    const figures = await figuresOf(
      'ot-waiting,2025-09,borough,All,412,,,,provisional,2025-10-06\nwithin-28,2025-09,borough,All,43.8,28,64,64,,2025-10-06',
    )
    expect(figures).toEqual([
      {
        kpi: 'ot-waiting',
        dimension: 'borough',
        member: 'All',
        period: '2025-09',
        value: 412,
        numerator: null,
        denominator: null,
        n: null,
        availability: 'present',
        provisional: true,
        asAt: '2025-10-06',
      },
      {
        kpi: 'within-28',
        dimension: 'borough',
        member: 'All',
        period: '2025-09',
        value: 43.8,
        numerator: 28,
        denominator: 64,
        n: 64,
        availability: 'present',
        provisional: false,
        asAt: '2025-10-06',
      },
    ])
  })

  it('reads [c] as suppressed and nothing or [x] as missing, never as zero', async () => {
    const figures = await figuresOf(
      [
        'ot-waiting,2025-07,borough,All,[c],,,,suppressed,2025-10-06',
        'ot-waiting,2025-08,borough,All,,,,,,2025-10-06',
        'ot-waiting,2025-09,borough,All,[x],,,,provisional,2025-10-06',
        'ot-waiting,2025-06,borough,All,0,,,,final,2025-10-06',
      ].join('\n'),
    )
    expect(figures?.map(({ value, availability }) => [value, availability])).toEqual([
      [null, 'suppressed'],
      [null, 'missing'],
      [null, 'missing'],
      [0, 'present'],
    ])
  })

  it('judges the edition as of the latest reading of its figures', async () => {
    const { prepared } = await problemsOf(
      'ot-waiting,2025-08,borough,All,400,,,,,2025-09-05\not-waiting,2025-09,borough,All,412,,,,,2025-10-06',
    )
    expect(prepared?.content.dataAsAt).toBe('2025-10-06')
  })

  it('says of a share without its counts that the panel never sees it, where the panel is shown it protected', async () => {
    const row = (kpi: string) => `${kpi},2025-09,borough,All,43.8,,,,,2025-10-06`
    const ofOthers = 'audit,2025-Q2,comparator,E09000017,61,,,,,2025-10-06'
    const { notices } = await problemsOf([row('within-28'), row('spend'), ofOthers].join('\n'))
    expect(notices.filter((notice) => notice.includes('no numerator'))).toEqual([
      'load:0:0 some figures of within-28 have no numerator and denominator → give both: without them a share is never combined, and never shown to the panel',
      'load:0:0 some figures of spend have no numerator and denominator → give both: without them a share is never combined',
    ])
  })

  it('names an unknown measure and proposes the nearest one', async () => {
    expect(await errorsOf('ot-wating,2025-09,borough,All,412,,,,,2025-10-06')).toEqual([
      'observations.csv:2:1 kpi_id is no known measure → did you mean ot-waiting? A new measure is defined in kpis.csv',
    ])
  })

  it('names an unknown measure once, and not in each of its rows', async () => {
    const row = (kpi: string, month: string) => `${kpi},2025-${month},borough,All,412,,,,,2025-10-06`
    expect(
      await errorsOf([row('unheard-of', '07'), row('unheard-of', '08'), row('', '09')].join('\n')),
    ).toEqual([
      'observations.csv:2:1 kpi_id is no known measure → define it in kpis.csv; its other rows are not listed',
      'observations.csv:4:1 kpi_id is empty → give every row its kpi_id',
    ])
  })

  it('sends whoever loads figures of a measure whose definition has a fault to that definition', async () => {
    const faulty = sourceOf(
      'kpis.csv',
      `${kpiHeader}\not-waiting,Waiting for OT,wating,count,P,down,month,0,150,2026-03-31,people,,1,2024-04-01`,
    )
    const rows = ['07', '08', '09'].map((month) => `ot-waiting,2025-${month},borough,All,412,,,,,2025-10-06`)
    const observations = sourceOf('observations.csv', [header, ...rows].join('\n'))
    const { problems } = await readLoad([organisation, faulty, observations], null, nothingStanding)
    expect(problems.map(describeProblem)).toEqual([
      'kpis.csv:2:27 theme is none of the words that it may be → give one of waiting, allocations, safeguarding, direct-payments, supporting',
      'observations.csv:2:1 kpi_id is a measure whose definition has a fault → put line 2 of kpis.csv right; its figures are looked at when that is read',
    ])
  })

  it('refuses a member that a known dimension does not have', async () => {
    const standing = { ...nothingStanding, members: new Map([['town', new Set(['Acton', 'Southall'])]]) }
    expect(await errorsOf('ot-waiting,2025-09,town,Southal,41,,,,,2025-10-06', standing)).toEqual([
      'observations.csv:2:25 the cell is no known member of town → did you mean Southall? If it is new, list it in members.csv',
    ])
  })

  it('takes the members of a new dimension as they come, and says so', async () => {
    const { errors, notices } = await problemsOf('ot-waiting,2025-09,town,Acton,41,,,,,2025-10-06')
    expect(errors).toEqual([])
    expect(notices).toEqual([
      'load:0:0 the dimension town is new, with 1 member: Acton → look them through: later loads accept no others unless members.csv lists them',
    ])
  })

  it('takes an alias of members.csv for its member', async () => {
    const { prepared } = await readLoad(
      [
        organisation,
        kpis,
        sourceOf(
          'members.csv',
          'dimension,member,alias,valid_from,valid_to\nteam,East,Locality E,2025-01-01,',
        ),
        sourceOf('observations.csv', `${header}\not-waiting,2025-09,team,Locality E,41,,,,,2025-10-06\n`),
      ],
      null,
      nothingStanding,
    )
    const [figure] = prepared ? await allOf(prepared.readFigures()) : []
    expect(figure?.member).toBe('East')
  })

  it('knows no member of the borough but All', async () => {
    expect(await errorsOf('ot-waiting,2025-09,borough,Ealing,41,,,,,2025-10-06')).toEqual([
      'observations.csv:2:28 the borough has one member, and the cell names another → write All, or give the figure another dimension',
    ])
  })

  it('refuses what is no period, and a period of another frequency', async () => {
    expect(
      await errorsOf(
        'ot-waiting,2025-13,borough,All,1,,,,,2025-10-06\naudit,2025-09,borough,All,50,1,2,,,2025-10-06',
      ),
    ).toEqual([
      'observations.csv:2:12 "2025-13" is not a period → write a month: 2025-04',
      'observations.csv:3:7 "2025-09" is no quarter, and audit has one figure a quarter → write a financial quarter: 2025-Q1 is April to June 2025',
    ])
  })

  it('refuses a period that begins after its source was read', async () => {
    expect(await errorsOf('ot-waiting,2205-09,borough,All,1,,,,,2025-10-06')).toEqual([
      'observations.csv:2:12 2205-09 begins after 2025-10-06, the day on which the source was read → check the period and as_at',
    ])
  })

  it('refuses what is no number, with a proposal', async () => {
    expect(
      await errorsOf(
        'ot-waiting,2025-09,borough,All,"1,234",,,,,2025-10-06\nwithin-28,2025-09,borough,All,45%,,,,,2025-10-06',
      ),
    ).toEqual([
      'observations.csv:2:32 "1,234" is not a number → write it without separators: 1234, or say in the mapping of this file how it writes numbers ("numbers")',
      'observations.csv:3:31 "45%" is not a number → write it without the sign: 45, or say in the mapping of this file how it writes numbers ("numbers")',
    ])
  })

  it('names what is no number beside a status that it does not know, too', async () => {
    expect(await errorsOf('ot-waiting,2025-09,borough,All,45%,,,,sound,2025-10-06')).toEqual([
      'observations.csv:2:32 "45%" is not a number → write it without the sign: 45, or say in the mapping of this file how it writes numbers ("numbers")',
      expect.stringMatching(/^observations\.csv:2:39 status is none of the words/),
    ])
  })

  it('refuses values out of the range of their unit', async () => {
    expect(
      await errorsOf(
        [
          'ot-waiting,2025-09,borough,All,-4,,,,,2025-10-06',
          'within-28,2025-09,borough,All,104,,,,,2025-10-06',
          'wait-median,2025-09,borough,All,-1,,,,,2025-10-06',
          'within-28,2025-08,borough,All,50,64,32,,,2025-10-06',
        ].join('\n'),
      ),
    ).toEqual([
      'observations.csv:2:32 -4 is out of the range of a count (ot-waiting) → give a whole number from 0',
      'observations.csv:3:31 104 is out of the range of a percentage (within-28) → give a percentage from 0 to 100',
      'observations.csv:4:33 -1 is out of the range of days (wait-median) → give a number from 0',
      'observations.csv:5:34 numerator 64 is more than denominator 32 → a share cannot exceed its whole: check whether the two were swapped',
    ])
  })

  it('lets spend exceed its budget', async () => {
    expect(await errorsOf('spend,2025-09,borough,All,104,104,100,,,2025-10-06')).toEqual([])
  })

  it('refuses a share that its numerator and denominator contradict', async () => {
    // 28 ÷ 64 is 43.75%, which is 44 or 43.8 as one writes it, and not 45
    expect(await errorsOf('within-28,2025-09,borough,All,44,28,64,,,2025-10-06')).toEqual([])
    expect(await errorsOf('within-28,2025-09,borough,All,45,28,64,,,2025-10-06')).toEqual([
      'observations.csv:2:31 45 is not 28 ÷ 64, which is 43.8 → put right the value or its numerator and denominator',
    ])
  })

  it('refuses a borough total of categories', async () => {
    expect(await errorsOf('sg-type,2025-09,borough,All,40,,,78,,2025-10-06')).toEqual([
      'observations.csv:2:17 sg-type counts several categories for one case (X), so it has no figure for the borough → leave the row out, and give the categories under their own dimension with n as their base',
    ])
  })

  it('reads identical rows once and refuses rows that contradict each other, naming both', async () => {
    const row = 'ot-waiting,2025-09,borough,All,412,,,,,2025-10-06'
    const same = await problemsOf(`${row}\n${row}`)
    expect(same.errors).toEqual([])
    expect(same.notices).toEqual(['observations.csv:3:1 the row repeats line 2 → nothing: it is read once'])
    expect(same.prepared && (await allOf(same.prepared.readFigures()))).toHaveLength(1)
    expect(await errorsOf(`${row}\n${row.replace('412', '421')}`)).toEqual([
      'observations.csv:3:1 the row contradicts line 2: the same thing with other content → keep one of the two: line 3 or line 2',
    ])
  })

  it('refuses a value whose status says that there is none, and a status that is none', async () => {
    expect(
      await errorsOf(
        'ot-waiting,2025-09,borough,All,3,,,,suppressed,2025-10-06\not-waiting,2025-08,borough,All,3,,,,done,2025-10-06',
      ),
    ).toEqual([
      'observations.csv:2:32 there is a value, and the status says suppressed → leave the value empty, or put right the status',
      'observations.csv:3:37 status is none of the words that it may be → give one of provisional, final, suppressed, missing',
    ])
  })

  it('counts lines and columns in the file as it stands, quoted line ends and blank lines included', async () => {
    const { problems } = await readLoad(
      [
        organisation,
        kpis,
        sourceOf(
          'observations.csv',
          `\uFEFF${header},note\r\n\r\not-waiting,2025-08,borough,All,3,,,,,2025-10-06,"two\r\nlines"\r\not-waiting,2025-09,"borough",All,x,,,,,2025-10-06,\r\n`,
        ),
      ],
      null,
      nothingStanding,
    )
    expect(problems.map(describeProblem)).toEqual([
      'observations.csv:1:75 the column note is not known and is ignored → nothing, if it is not needed',
      'observations.csv:5:34 the value is not a number → write digits with a point for decimals, [c] for suppressed or [x] for missing',
    ])
  })

  it('refuses a row that is shorter or longer than its header', async () => {
    const [error] = await errorsOf('ot-waiting,2025-09,borough,All,412,,,2025-10-06')
    expect(error).toBe(
      'observations.csv:2:48 the row has 8 fields, the header 10 → look for a missing comma, or for a comma in a text without quotation marks',
    )
  })

  it('refuses another organisation', async () => {
    const standing: Standing = {
      ...nothingStanding,
      organisation: {
        name: 'Ealing',
        service: 'Adult social care',
        illustrative: true,
        marking: 'OFFICIAL',
        timezone: 'Europe/London',
      },
    }
    expect(await errorsOf('ot-waiting,2025-09,borough,All,412,,,,,2025-10-06', standing)).toEqual([
      'organisation.json:1:1 the load is of another organisation (real figures), and this database holds Ealing (illustrative) → load it into a database of its own (another DATA_DIR)',
    ])
  })

  it('refuses years that no figure can be of', async () => {
    expect(await errorsOf('ot-waiting,0000-01,borough,All,412,,,,,2025-10-06')).toEqual([
      'observations.csv:2:12 "0000-01" is not a period → write a month: 2025-04',
    ])
    expect(await errorsOf('ot-waiting,2025-09,borough,All,412,,,,,9999-12-31')).toEqual([
      'observations.csv:2:40 as_at is not a date → write the day on which the source was read: 2025-10-06',
    ])
  })

  it('refuses names that are texts of another column', async () => {
    const long = 'x'.repeat(5000)
    expect(await errorsOf(`ot-waiting,2025-09,town,${long},412,,,,,2025-10-06`)).toEqual([
      'observations.csv:2:25 the member has 5000 characters → give its name in at most 200',
    ])
    expect(await errorsOf(`ot-waiting,2025-09,${long},Acton,412,,,,,2025-10-06`)).toEqual([
      'observations.csv:2:20 the dimension has 5000 characters → give it an id of at most 200',
    ])
    const workstreams = sourceOf(
      'workstreams.csv',
      `id,name,sponsor_role,board\n${long},Waiting,Director,Board`,
    )
    const { problems } = await readLoad([organisation, kpis, workstreams], null, nothingStanding)
    expect(problems.map(describeProblem)).toEqual([
      'workstreams.csv:2:1 the row is named by 5000 characters → shorten its id',
    ])
  })

  it('refuses an organisation with a zone that there is not, or with characters that are no text', async () => {
    const told = async (content: string) => {
      const { problems } = await readLoad(
        [sourceOf('organisation.json', content), kpis],
        null,
        nothingStanding,
      )
      return problems.filter(({ file }) => file === 'organisation.json').map(({ message }) => message)
    }
    const start = '{"name":"Testborough","illustrative":false,"marking":"OFFICIAL",\n"service":'
    expect(await told(`${start}"Care","timezone":"Mars/Phobos"}`)).toEqual([
      'timezone: no time zone of that name: write Europe/London',
    ])
    expect(await told(`${start}"Care\\u0000"}`)).toEqual([
      'the file has a character that is no text (\\u0000)',
    ])
  })

  it('says what separates the fields where it is no comma', async () => {
    const semicolons = sourceOf('observations.csv', header.replaceAll(',', ';'))
    const { problems } = await readLoad([organisation, kpis, semicolons], null, nothingStanding)
    expect(problems.map(({ message }) => message)).toContain(
      'the fields were read as separated by semicolons',
    )
  })

  it('refuses figures that were read tomorrow: the day of an edition never goes back', async () => {
    const figures = sourceOf(
      'observations.csv',
      `${header}\not-waiting,2025-09,borough,All,412,,,,,2025-10-07`,
    )
    const on = async (today: string) =>
      (await readLoad([organisation, kpis, figures], null, nothingStanding, today)).problems
    expect((await on('2025-10-07')).filter(({ severity }) => severity === 'error')).toEqual([])
    expect((await on('2025-10-06')).map(({ message }) => message)).toContain(
      'some figures say that they were read on 2025-10-07, and today is 2025-10-06',
    )
  })

  it('never changes the date that was first promised', async () => {
    const milestoneHeader =
      'id,workstream,title,kpi_id,success_measure,owner_role,baseline_due,current_due,completed,status,risk'
    const load = (due: string, standing: Standing) =>
      readLoad(
        [
          organisation,
          kpis,
          sourceOf(
            'milestones.csv',
            `${milestoneHeader}\nM1,Waiting,Surge,ot-waiting,,Lead,${due},${due},,green,`,
          ),
          sourceOf('observations.csv', `${header}\not-waiting,2025-09,borough,All,412,,,,,2025-10-06`),
        ],
        null,
        standing,
      )
    const first = await load('2025-11-30', nothingStanding)
    const milestones = first.prepared?.content.milestones ?? []
    expect(milestones).toHaveLength(1)
    const standing = { ...nothingStanding, plan: { ...nothingStanding.plan, milestones } }
    const second = await load('2025-12-31', standing)
    expect(second.problems.map(describeProblem)).toEqual([
      'milestones.csv:2:35 M1 was first promised for 2025-11-30, and that never changes → write 2025-11-30 here and the new date in current_due, with its move in milestone-moves.csv',
    ])
  })

  it('refuses another frequency or unit for a measure whose figures stand', async () => {
    const row = 'ot-waiting,2025-09,borough,All,412,,,,,2025-10-06'
    const { prepared } = await problemsOf(row)
    const published = prepared?.content.kpis ?? []
    const standing = {
      ...nothingStanding,
      kpis: published.map((kpi) =>
        kpi.id === 'audit' ? { ...kpi, unit: 'count' as const, frequency: 'month' as const } : kpi,
      ),
    }
    expect(await errorsOf(row, standing)).toEqual([
      'kpis.csv:7:25 audit was published with unit count, and its figures stand → write count, or give the new measure an id of its own',
      'kpis.csv:7:38 audit was published with freq month, and its figures stand → write month, or give the new measure an id of its own',
    ])
  })
})
