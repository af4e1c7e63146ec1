import { describe, expect, it } from 'vitest'
import {
  aLoad,
  askedIn,
  errorsIn,
  figureHeader,
  kpiHeader,
  noticesIn,
  organisationFile,
  rowsOf,
} from '../../support/a-load.ts'
import { aMapping, anOutput } from '../../support/a-mapping.ts'
import { allOf } from '../../support/all-of.ts'
import { soundLoad } from '../../support/load-files.ts'
import { standingOn } from '../../support/standing-on.ts'

/** What an extract of the OT list by month gives through a mapping, row by row. */
async function extract(
  content: string | Uint8Array,
  {
    form = 'month-name',
    file = {},
    output = {},
    period = {},
  }: { form?: string; file?: object; output?: object; period?: object } = {},
) {
  const mapping = {
    files: [
      {
        file: 'list.csv',
        ...file,
        outputs: [
          {
            kpi: 'ot-waiting',
            dimension: 'borough',
            member: 'All',
            period: { column: 'Month', form, ...period },
            value: { column: 'Number' },
            asAt: '2025-10-06',
            ...output,
          },
        ],
      },
    ],
  }
  const { 'observations.csv': _, ...definitions } = soundLoad
  const load = await aLoad({ ...definitions, 'list.csv': content }, { mapping })
  const figures = load.prepared ? await allOf(load.prepared.readFigures()) : []
  return {
    errors: errorsIn(load),
    notices: noticesIn(load),
    asked: askedIn(load),
    figures: figures.map(({ period: of, value, availability }) => `${of} ${value ?? availability}`),
  }
}

const first = async (observations: string) =>
  await standingOn(await aLoad({ ...soundLoad, 'observations.csv': observations }))
const next = async (observations: string, standing: Awaited<ReturnType<typeof first>>) =>
  await aLoad({ 'observations.csv': observations }, { standing })

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
const utf16be = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())

describe('the table of faults: how a file is written', () => {
  it.each([
    ['a byte order mark', '\ufeffMonth,Number\nApr 2025,412', null],
    ['Windows-1252', latin('Month,Number,Caf\u00e9\nApr 2025,412,\u00a3'), 'read as Windows-1252'],
    ['UTF-16', utf16('Month,Number\nApr 2025,412'), 'read as UTF-16'],
    ['UTF-16 the other way round', utf16be('Month,Number\nApr 2025,412'), 'read as UTF-16'],
    ['semicolons', 'Month;Number\nApr 2025;412', 'separated by semicolons'],
    ['tabs', 'Month\tNumber\nApr 2025\t412', 'separated by tabs'],
    [
      'title rows',
      'List of May\nCouncil, all teams\n\nMonth,Number\nApr 2025,412',
      '3 lines above it are skipped',
    ],
    ['blank columns', 'Month,,Number,\nApr 2025,,412,', null],
    ['trailing spaces', 'Month , Number\n Apr 2025 ,412  ', null],
    ['a report’s filters below', 'Month,Number\nApr 2025,412\n"Applied filters:\nTeam is East"', 'left out'],
    ['a source below', 'Month,Number\nApr 2025,412\n\nSource: case system,', 'left out'],
  ])('%s: read, and said where it is no plain CSV', async (_, content, said) => {
    const { errors, figures, notices } = await extract(content)
    expect(errors).toEqual([])
    expect(figures).toEqual(['2025-04 412'])
    if (said) expect(notices).toContainEqual(expect.stringContaining(said))
  })

  it('a file that is half UTF-8 is refused at its line, and a lost character is pointed at', async () => {
    const half = new Uint8Array([...Buffer.from('Month,Number,n\u00e4\n'), ...latin('Apr 2025,4,\u00e9')])
    expect((await extract(half)).errors).toEqual([expect.stringContaining('list.csv:2:1')])
    const lost = await extract('Month,Number,Note\nApr 2025,412,caf\ufffd')
    expect(lost.notices).toContainEqual(expect.stringContaining('list.csv:2:14 a character was lost'))
  })
})

describe('the table of faults: periods', () => {
  it.each([
    ['month-name', 'Apr-24', '2024-04'],
    ['month-name', 'Apr 2024', '2024-04'],
    ['day-first-date', '01/04/2024', '2024-04'],
    ['day-first-date', '04/01/2024', '2024-01'],
    ['excel-serial', '45383', '2024-04'],
  ])('%s %s is %s', async (form, written, period) => {
    expect((await extract(`Month,Number\n${written},412`, { form })).figures).toEqual([`${period} 412`])
  })

  it('M1 is April of the year that the mapping gives, and nothing without one', async () => {
    const content = 'Month,Number,Year\nM1,412,2024/25\nM12,400,2024/25'
    const form = 'financial-month'
    const wanted = ['2024-04 412', '2025-03 400']
    expect((await extract(content, { form, period: { year: '2024-25' } })).figures).toEqual(wanted)
    expect((await extract(content, { form, period: { year: { column: 'Year' } } })).figures).toEqual(wanted)
    expect((await extract(content, { form })).errors).toHaveLength(1)
  })

  it.each(['2024/25 Q3', '2024-25 Q3', 'Q3 2024-25', 'FY2024/25 Q3'])(
    '%s is a financial quarter',
    async (written) => {
      const load = await aLoad(
        {
          ...organisationFile,
          'kpis.csv': `${kpiHeader}\naudits,Audits,supporting,count,S,neutral,quarter,0,,,none,,1,2020-04-01`,
          'list.csv': `Month,Number\n${written},9`,
        },
        {
          mapping: {
            files: [
              {
                file: 'list.csv',
                outputs: [
                  {
                    kpi: 'audits',
                    dimension: 'borough',
                    member: 'All',
                    period: { column: 'Month', form: 'financial-quarter' },
                    value: { column: 'Number' },
                    asAt: 'period-end',
                  },
                ],
              },
            ],
          },
        },
      )
      const figures = load.prepared ? await allOf(load.prepared.readFigures()) : []
      expect(figures.map(({ period }) => period)).toEqual(['2024-Q3'])
    },
  )

  it('first and last days of months in one file are refused', async () => {
    const { errors } = await extract('Month,Number\n2025-04-01,4\n2025-05-31,5', { form: 'date' })
    expect(errors).toEqual([expect.stringContaining('list.csv:3:1 this period is the last day of a month')])
    expect((await extract('Month,Number\n2025-04-30,4\n2025-05-31,5', { form: 'date' })).errors).toEqual([])
  })

  it('days that only make sense with the month first are asked about, and read so where the mapping says it', async () => {
    const content = 'Month,Number\n04/01/2025,4\n05/01/2025,4\n06/01/2025,4'
    const dayFirst = await extract(content, { form: 'day-first-date' })
    expect(dayFirst.asked).toEqual([
      expect.stringContaining('list.csv:2:1 all periods of this file are days of January'),
    ])
    const monthFirst = await extract(content, { form: 'month-first-date' })
    expect([monthFirst.asked, monthFirst.figures]).toEqual([[], ['2025-04 4', '2025-05 4', '2025-06 4']])
    const days = 'Month,Number\n06/01/2025,4\n05/02/2025,5'
    expect((await extract(days, { form: 'day-first-date' })).asked).toEqual([])
  })

  it('a period of the future, and a reading of the future, are refused at their place', async () => {
    const future = await aLoad({ ...soundLoad, 'observations.csv': rowsOf(['2025-11', 4, 'final']) })
    expect(errorsIn(future)).toEqual([expect.stringContaining('2025-11 begins after 2025-10-06')])
    const ahead = await aLoad({
      ...soundLoad,
      'observations.csv': rowsOf(['2025-09', 4, 'final', '2035-10-06']),
    })
    expect(errorsIn(ahead)).toEqual([expect.stringMatching(/^observations\.csv:2:\d+ some figures say/)])
  })

  it('cells that a sheet keeps for months to come are left out, and told', async () => {
    const wide = 'Town,Sep 2025,Oct 2025,Nov 2025\nAll,412,,'
    const output = { value: undefined, period: { headers: {}, form: 'month-name' } }
    const read = await extract(wide, { output })
    expect([read.errors, read.figures]).toEqual([[], ['2025-09 412', '2025-10 missing']])
    expect(read.notices).toContainEqual(
      expect.stringContaining(
        'list.csv:2:1 an empty cell of a period that has not begun or ended is left out',
      ),
    )
    // read on the first day of 2026
    const ending = await extract('Month,Number\nNov 2025,412\nJan 2026,-\nFeb 2026,', {
      file: { missing: ['-'] },
      output: { asAt: 'period-end' },
    })
    expect([ending.errors, ending.figures]).toEqual([[], ['2025-11 412']])
    const figure = await extract('Month,Number\nNov 2025,0')
    expect(figure.errors).toEqual([expect.stringContaining('2025-11 begins after 2025-10-06')])
  })

  it('a copied month is told', async () => {
    const standing = await first(rowsOf(['2025-07', 380, 'final'], ['2025-08', 412, 'final']))
    const copied = await next(rowsOf(['2025-09', 412, 'provisional']), standing)
    expect(noticesIn(copied)).toEqual([
      expect.stringContaining('ot-waiting has the same figures in 2025-09 as in 2025-08'),
    ])
    expect(noticesIn(await next(rowsOf(['2025-09', 413, 'provisional']), standing))).toEqual([])
  })
})

describe('the table of faults: numbers', () => {
  it.each(['1,234', '45%', '1,23', '12,5', '-', '\u2013', '*', '<5'])(
    '%s is refused without a rule',
    async (text) => {
      expect((await extract(`Month,Number\nApr 2025,"${text}"`)).errors).toHaveLength(1)
    },
  )

  it('is read by a rule that is given once for the file', async () => {
    const numbers = { thousands: ',' }
    expect((await extract('Month,Number\nApr 2025,"1,234"', { file: { numbers } })).figures).toEqual([
      '2025-04 1234',
    ])
    expect((await extract('Month,Number\nApr 2025,"1,23"', { file: { numbers } })).errors).toHaveLength(1)
    const marks = { suppressed: ['*', '<5'], missing: ['-', '\u2013'] }
    const marked = await extract('Month,Number\nApr 2025,*\nMay 2025,<5\nJun 2025,-\nJul 2025,\u2013', {
      file: marks,
    })
    expect(marked.figures).toEqual([
      '2025-04 suppressed',
      '2025-05 suppressed',
      '2025-06 missing',
      '2025-07 missing',
    ])
  })

  it('figures of one column in two units are refused, and a bare one beside thousands', async () => {
    const told = async (units: string[], ...cells: string[]) =>
      (
        await extract(`Month,Number\n${cells.map((cell, at) => `0${at + 1}/2025,${cell}`).join('\n')}`, {
          form: 'month-number',
          file: { numbers: { units } },
        })
      ).errors
    const refused = [
      expect.stringContaining(
        'list.csv:3:9 the value is not a number → give all figures of this column in one unit',
      ),
    ]
    expect(await told(['days', 'hours'], '3 days', '36 hours', '4 days')).toEqual(refused)
    expect(await told(['k'], '1k', '950')).toEqual(refused)
    expect(await told(['k'], '950', '1k')).toEqual(refused)
    expect(await told(['people', '\u00a3'], '3 people', '4', '\u00a35')).toHaveLength(1)
    expect(await told(['people'], '3 people', '4', '5 people')).toEqual([])
  })

  it('figures of months in columns are in one unit too', async () => {
    const file = { numbers: { units: ['k'] } }
    const { errors } = await extract('Town,Apr 2025,May 2025\nActon,1k,950', {
      file,
      output: { value: undefined, period: { headers: {}, form: 'month-name' } },
    })
    expect(errors).toEqual([expect.stringContaining('list.csv:2:10 the value is not a number')])
  })

  it('several marks stand behind a figure in any order, and none that begins with a digit is one', async () => {
    const marked = async (ignored: string[], cell: string) =>
      await extract(`Month,Number\nApr 2025,${cell}`, { file: { numbers: { ignored } } })
    expect((await marked(['*', 'r'], '12*r')).figures).toEqual(['2025-04 12'])
    expect((await marked(['r', '*'], '12*r')).figures).toEqual(['2025-04 12'])
    // 123 and the footnote 1, or 1,231
    expect((await marked(['1'], '1231')).errors).toEqual([
      expect.stringContaining('a mark that begins with a digit cannot be told from the figure'),
    ])
  })

  it.each(['\u2009', '\u2007', '\u202f', '\u00a0'])(
    'a space of any width stands between thousands',
    async (space) => {
      const numbers = { thousands: ' ' }
      expect((await extract(`Month,Number\nApr 2025,1${space}234`, { file: { numbers } })).figures).toEqual([
        '2025-04 1234',
      ])
    },
  )

  it('a percent sign is refused where no percentage is measured, and where a scale would multiply it', async () => {
    const numbers = { percentSign: true }
    const file = { numbers }
    const refused = [
      expect.stringContaining('list.csv:2:10 "45%" has a percent sign, and ot-waiting is no percentage'),
    ]
    expect((await extract('Month,Number\nApr 2025,45%', { file })).errors).toEqual(refused)
    const combine = { rows: 'sum' }
    const summed = await extract('Month,Number\nApr 2025,45%\nApr 2025,40', { file, output: { combine } })
    expect(summed.errors).toEqual(refused)
    const counted = { denominator: { column: 'Of' } }
    expect((await extract('Month,Number,Of\nApr 2025,45,90%', { file, output: counted })).errors).toEqual([
      expect.stringContaining('list.csv:2:13 denominator "90%" has a percent sign'),
    ])
    const load = await aLoad(
      {
        ...organisationFile,
        'kpis.csv': `${kpiHeader}\nshare,Share,waiting,percent,W,up,month,1,,,none,,1,2024-04-01`,
        'list.csv': 'Month,Number\nApr 2025,0.45\nMay 2025,0.5%',
      },
      {
        mapping: {
          files: [
            {
              file: 'list.csv',
              numbers,
              outputs: [anOutput({ kpi: 'share', value: { column: 'Number', scale: 100 } })],
            },
          ],
        },
      },
    )
    expect(errorsIn(load)).toEqual([
      expect.stringContaining('list.csv:3:10 "0.5%" has a percent sign, and would be multiplied by 100'),
    ])
  })

  it('a negative list is refused, with a hyphen, a minus or an en dash', async () => {
    for (const sign of ['-', '\u2212', '\u2013'])
      expect((await extract(`Month,Number\nApr 2025,${sign}5`)).errors).toEqual([
        expect.stringContaining('out of the range of a count'),
      ])
  })

  it('a change may be negative where its definition says so, and where nobody is counted', async () => {
    const load = async (sdc: string, negative: string) =>
      await aLoad({
        ...organisationFile,
        'kpis.csv': `${kpiHeader},negative\nvariance,Variance,supporting,percent,S,neutral,month,1,,,${sdc},,1,2024-04-01,${negative}`,
        'observations.csv': `${figureHeader}\nvariance,2025-09,borough,All,-4.5,,,,final,2025-10-06`,
      })
    expect(errorsIn(await load('none', 'yes'))).toEqual([])
    expect(errorsIn(await load('none', ''))).toEqual([expect.stringContaining('-4.5 is out of the range')])
    expect(errorsIn(await load('people', 'yes'))).toContainEqual(
      expect.stringContaining('a change or variance is not protected'),
    )
  })

  it('decimals coarser than the figures are told', async () => {
    const load = await aLoad({
      ...organisationFile,
      'kpis.csv': `${kpiHeader}\nratio,Ratio,supporting,ratio,W,neutral,month,0,,,none,,1,2024-04-01`,
      'observations.csv': `${figureHeader}\nratio,2025-09,borough,All,1.4,,,,final,2025-10-06`,
    })
    expect(noticesIn(load)).toContainEqual(
      expect.stringContaining('more finely than its definition shows them'),
    )
  })
})

describe('the table of faults: rows', () => {
  it('the same row twice is read once; two that contradict each other block', async () => {
    const same = 'Month,Number\nApr 2025,412\nApr 2025,412'
    expect((await extract(same)).figures).toEqual(['2025-04 412'])
    expect((await extract(same)).notices).toContainEqual(expect.stringContaining('repeats line 2'))
    expect((await extract('Month,Number\nApr 2025,412\nApr 2025,413')).errors).toHaveLength(1)
  })

  it('a missing month stays missing, and a group that does not come is named', async () => {
    const part = (period: string, town: string) => `ot-waiting,${period},town,${town},200,,,,final,2025-10-06`
    const standing = await first(
      [rowsOf(['2025-08', 400, 'final']), part('2025-08', 'Acton'), part('2025-08', 'Hanwell')].join('\n'),
    )
    const load = await next([figureHeader, part('2025-09', 'Acton')].join('\n'), standing)
    expect(noticesIn(load)).toContainEqual(
      expect.stringContaining('ot-waiting by town has no figure in 2025-09 for Hanwell'),
    )
    const figures = load.prepared ? await allOf(load.prepared.readFigures()) : []
    expect(figures.map(({ member }) => member)).toEqual(['Acton'])
  })

  it.each(['Total', 'Grand Total', 'TOTALS'])(
    'a row called %s is no member, and is set against the parts',
    async (name) => {
      const output = { dimension: 'town', member: { column: 'Town' } }
      const told = async (total: number) =>
        await extract(
          `Month,Town,Number\nApr 2025,Acton,200\nApr 2025,Hanwell,212\nApr 2025,${name},${total}`,
          {
            output,
          },
        )
      const sound = await told(412)
      expect(sound.figures).toEqual(['2025-04 200', '2025-04 212'])
      expect(sound.notices.join('\n')).toContain('a row of totals is left out')
      expect(sound.notices.join('\n')).not.toContain('add up to')
      expect((await told(450)).notices).toContainEqual(
        expect.stringContaining('the parts add up to 412, its row of totals says 450'),
      )
    },
  )

  it('a renamed member blocks until an alias with its days says who it is', async () => {
    const team = (period: string, name: string) => `ot-waiting,${period},team,${name},40,,,,final,2025-10-06`
    const standing = await first([rowsOf(['2025-08', 400, 'final']), team('2025-08', 'East')].join('\n'))
    const renamed = [figureHeader, team('2025-09', 'Locality East')].join('\n')
    expect(errorsIn(await next(renamed, standing))).toEqual([
      expect.stringContaining('no known member of team'),
    ])
    const known = await aLoad(
      {
        'observations.csv': renamed,
        'members.csv': 'dimension,member,alias,valid_from,valid_to\nteam,East,Locality East,2025-09-01,',
      },
      { standing },
    )
    expect(errorsIn(known)).toEqual([])
  })

  it('a dimension of hundreds of members is refused, and none of them is said', async () => {
    const rows = Array.from(
      { length: 201 },
      (_, index) => `ot-waiting,2025-09,group,Zz${index},1,,,,final,2025-10-06`,
    )
    const load = await aLoad({ ...soundLoad, 'observations.csv': [figureHeader, ...rows].join('\n') })
    expect(errorsIn(load)).toEqual([expect.stringContaining('would have 201 members')])
    expect(JSON.stringify(load.problems)).not.toContain('Zz')
  })
})

describe('the table of faults: persons', () => {
  it.each([
    ['days of birth as a spreadsheet counts them', 'When', ['15021', '21247', '33200', '25406']],
    ['full postcodes alone', 'Place', ['W5 2HL', 'UB1 1AA']],
    ['a house number with a postcode', 'Place', ['12 Zz Road, W5 2HL']],
    ['an email address', 'Place', ['zz@example.org']],
    ['a mobile number', 'Place', ['07700 900123']],
  ])('%s: the load is refused, and nothing of it is said', async (_, header, cells) => {
    const rows = cells.map((cell, index) => `${['Apr', 'May', 'Jun', 'Jul'][index]} 2025,412,"${cell}"`)
    const { errors } = await extract([`Month,Number,${header}`, ...rows].join('\n'))
    expect(errors.length).toBeGreaterThan(0)
    for (const cell of cells) expect(errors.join()).not.toContain(cell)
    expect(errors.join()).toContain('Nothing of this load was kept')
  })

  it.each([
    ['UTF-16', utf16('Month,Number,Who\nApr 2025,412,943 476 5919')],
    ['Windows-1252', latin('Month,Number,Caf\u00e9\nApr 2025,412,943 476 5919')],
    ['tabs below a title', 'List for 943 476 5919\n\nMonth\tNumber\nApr 2025\t412'],
    ['filters below', 'Month,Number\nApr 2025,412\nApplied filters: 943 476 5919,'],
  ])('are found in a file of %s', async (_, content) => {
    const { errors } = await extract(content)
    expect(errors).toEqual([expect.stringContaining('looks like an NHS number')])
  })
})

describe('the table of faults: meaning', () => {
  const months = (values: readonly number[]) =>
    rowsOf(...values.map((value, index) => [`2025-0${index + 1}`, value, 'final'] as const))
  const year = [400, 410, 402, 396, 405, 399, 404, 401]

  it.each([
    ['ten times its level', 4050],
    ['a tenth of its level', 40],
    ['a hundred times', 40_100],
    ['twice as much, where it moves by six', 810],
  ])('%s is asked about', async (_, value) => {
    const load = await next(rowsOf(['2025-09', value, 'final']), await first(months(year)))
    expect(askedIn(load)).toHaveLength(1)
    expect(load.needs.reason).toBe(true)
  })

  it.each([
    ['a report that begins to show thousands', [4380, 4410, 4320, 4500, 4440, 4, 4]],
    ['one that ends showing them', [4, 5, 4, 5, 6, 4380]],
    ['one of more decimals that does', [14.4, 14.1, 14.3, 14.5, 14.2, 14400]],
  ])('a level that is a thousand times another is asked about: %s', async (_, values) => {
    const rows = values.map((value, month) => `2025-0${month + 1},${value}`)
    const load = await aLoad(
      {
        ...organisationFile,
        'kpis.csv': `${kpiHeader}\nhours,Hours,supporting,ratio,S,neutral,month,1,,,none,,1,2024-04-01`,
        'list.csv': ['Month,Number', ...rows].join('\n'),
      },
      {
        mapping: aMapping('list.csv', {
          kpi: 'hours',
          value: { column: 'Number' },
          period: { column: 'Month', form: 'period' },
        }),
      },
    )
    const asked = askedIn(load).filter((one) => one.includes('another scale?'))
    expect(asked[0]).toContain('list.csv:7:1')
  })

  it('an ordinary month, and a list that falls by a third, are not', async () => {
    const standing = await first(months(year))
    for (const value of [409, 430, 300]) {
      expect(askedIn(await next(rowsOf(['2025-09', value, 'final']), standing))).toEqual([])
    }
  })

  it.each([
    ['403 became 404 when it settled', 'provisional', 403, 404, 'final', 0],
    ['403 became 500 when it settled', 'provisional', 403, 500, 'final', 1],
    ['a final 403 became 404', 'final', 403, 404, 'final', 1],
    ['a final figure became provisional', 'final', 403, 403, 'provisional', 1],
    ['a figure went missing', 'final', 403, '[x]', 'missing', 1],
  ])('%s', async (_, before, was, becomes, after, asked) => {
    const standing = await first(rowsOf(['2025-09', was, before]))
    const load = await next(rowsOf(['2025-09', becomes, after, '2025-11-06']), standing)
    expect(errorsIn(load)).toEqual([])
    expect(askedIn(load)).toHaveLength(asked)
  })

  it('an older extract is refused where it would change anything, and else is the history that it is', async () => {
    const standing = await first(rowsOf(['2025-08', 424, 'final'], ['2025-09', 430, 'final', '2025-11-06']))
    // 424 of 6 Oct was read again on 6 Nov and had not changed: an extract of 20 Oct is older all the same
    const older = await next(rowsOf(['2025-08', 423, 'final', '2025-10-20']), standing)
    expect(errorsIn(older)).toContainEqual(expect.stringContaining('this extract is older'))
    const history = await next(rowsOf(['2025-07', 400, 'final', '2025-08-06']), standing)
    expect(errorsIn(history)).toEqual([])
  })

  it('other places may publish by the year what is counted by the month', async () => {
    const row = (period: string) => `ot-waiting,${period},comparator,England,412,,,,final,2025-10-06`
    const load = await aLoad({
      ...soundLoad,
      'observations.csv': [figureHeader, row('FY2023-24')].join('\n'),
    })
    expect(errorsIn(load)).toEqual([])
    const own = await aLoad({ ...soundLoad, 'observations.csv': rowsOf(['FY2023-24', 412, 'final']) })
    expect(errorsIn(own)).toHaveLength(1)
  })

  it('a filter that matches nothing is named by its output', async () => {
    const filters = [{ column: 'Month', oneOf: ['Never'] }]
    const load = await extract('Month,Number\nApr 2025,412', { output: { filters } })
    expect(load.notices).toContainEqual(
      expect.stringContaining('output 1 of the mapping (ot-waiting) gave no figure'),
    )
  })
})
