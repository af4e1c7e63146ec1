import { describe, expect, it } from 'vitest'
import type { ReadLoad } from '../../../server/loads/read-load.ts'
import { aLoad, askedIn, errorsIn, noticesIn } from '../../support/a-load.ts'
import { aMapping } from '../../support/a-mapping.ts'
import { allOf } from '../../support/all-of.ts'
import { soundLoad } from '../../support/load-files.ts'

const { 'observations.csv': _, ...definitions } = soundLoad

const read = (rows: readonly string[], output: object) =>
  aLoad(
    { ...definitions, 'list.csv': ['Month,Team,Number', ...rows].join('\n') },
    { mapping: aMapping('list.csv', { value: { column: 'Number' }, asAt: '2025-10-06', ...output }) },
  )

async function figuresOf({ prepared }: ReadLoad) {
  const figures = prepared ? await allOf(prepared.readFigures()) : []
  return figures.map(({ member, value }) => `${member} ${value}`)
}

const rows = ['Apr 2025,East,200', 'Apr 2025,West,212']

describe('rows of totals, where rows are combined', () => {
  it.each(['Total', 'Grand total:', 'East Total', 'Borough total'])(
    'are not added to what they add up: %s',
    async (said) => {
      const load = await read([...rows, `Apr 2025,${said},412`], { combine: { rows: 'sum' } })
      expect(await figuresOf(load)).toEqual(['All 412'])
      expect(noticesIn(load)).toContain(
        'list.csv:4:1 a row that adds up others is left out of what rows are combined into → nothing; a text that is no total is named in the mapping ("oneOf", or "values")',
      )
    },
  )

  it.each(['All areas', 'Testborough', '', 'Overall'])(
    'are asked about where their figures alone say it: called "%s"',
    async (said) => {
      const whole = [...rows, `Apr 2025,${said},412`]
      const told =
        'list.csv:4:1 this row is the sum of all others of its figure, and so is one of every other figure: is it their total, and counted twice?'
      expect(askedIn(await read(whole, { combine: { rows: 'sum' } }))).toEqual([
        expect.stringContaining(told),
      ])
      const inTwo = (last: number) => [
        ...whole,
        'May 2025,East,3',
        'May 2025,West,4',
        `May 2025,${said},${last}`,
      ]
      expect(askedIn(await read(inTwo(7), { combine: { rows: 'sum' } }))).toHaveLength(1)
      expect(askedIn(await read(inTwo(8), { combine: { rows: 'sum' } }))).toEqual([])
    },
  )

  it('are no sums where few and small figures come to one by chance', async () => {
    const few = ['Apr 2025,East,1', 'Apr 2025,West,2', 'Apr 2025,North,3']
    expect(askedIn(await read(few, { combine: { rows: 'sum' } }))).toEqual([])
    expect(askedIn(await read(rows, { combine: { rows: 'sum' } }))).toEqual([])
  })

  it('are read where the mapping chooses them', async () => {
    const chosen = { combine: { rows: 'sum' }, filters: [{ column: 'Team', oneOf: ['Total'] }] }
    expect(await figuresOf(await read([...rows, 'Apr 2025,Total,412'], chosen))).toEqual(['All 412'])
  })

  it('are no row that only has the word', async () => {
    const load = await read([...rows, 'Apr 2025,Total bed days,5', 'Apr 2025,North Total,7'], {
      combine: { rows: 'sum' },
    })
    expect(await figuresOf(load)).toEqual(['All 424'])
  })
})

describe('totals of a period', () => {
  const byTeam = { dimension: 'locality', member: { column: 'Team' } }

  it('are set against what they add up', async () => {
    const load = await read([...rows, 'Apr 2025 Total,,450'], byTeam)
    expect([errorsIn(load), await figuresOf(load)]).toEqual([[], ['East 200', 'West 212']])
    expect(noticesIn(load).join()).toContain('the parts add up to 412, its row of totals says 450')
  })

  it('end what is carried down: a blank below one is of no period', async () => {
    const mapping = aMapping('list.csv', { value: { column: 'Number' }, asAt: '2025-10-06', ...byTeam })
    const [file] = mapping.files
    const load = await aLoad(
      {
        ...definitions,
        'list.csv': ['Month,Team,Number', ...rows, 'Apr 2025 Total,,412', ',North,5'].join('\n'),
      },
      { mapping: { files: [{ ...file, carriedDown: ['Month'] }] } },
    )
    expect(errorsIn(load)).toEqual([expect.stringContaining('list.csv:5:1 period is empty')])
  })
})

describe('members that add up others', () => {
  const byTeam = { dimension: 'locality', member: { column: 'Team' } }

  it('are left out where they are called so', async () => {
    const load = await read([...rows, 'Apr 2025,East Total,200', 'Apr 2025,Grand Total:,412'], byTeam)
    expect([errorsIn(load), await figuresOf(load)]).toEqual([[], ['East 200', 'West 212']])
  })

  it('are asked about where their figures alone say it', async () => {
    const whole = [...rows, 'Apr 2025,All ages,412']
    expect(askedIn(await read(whole, byTeam))).toEqual([
      'load:0:0 a member of the new dimension locality is the sum of all others in every period of ot-waiting: is it their total? → leave the row out (a filter in the mapping), or call it Total; if it is a group of its own, publish it with a reason',
    ])
    const inTwo = (last: number) => [
      ...rows,
      'Apr 2025,North,412',
      'May 2025,East,3',
      'May 2025,West,4',
      `May 2025,North,${last}`,
    ]
    expect(askedIn(await read(inTwo(7), byTeam))).toHaveLength(1)
    expect(askedIn(await read(inTwo(8), byTeam))).toEqual([])
  })
})
