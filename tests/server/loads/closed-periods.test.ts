import { expect, it } from 'vitest'
import { aLoad, askedIn, errorsIn, figureHeader, kpiHeader } from '../../support/a-load.ts'
import { soundLoad } from '../../support/load-files.ts'
import { standingOn } from '../../support/standing-on.ts'

const share = (agg: string) => ({
  'organisation.json': soundLoad['organisation.json'],
  'kpis.csv': `${kpiHeader}\nwithin,Within,waiting,percent,${agg},up,month,1,,,people,,1,2024-04-01`,
})
const figures = (...rows: string[]) => ({
  'observations.csv': [figureHeader, ...rows.map((row) => `within,2024-09,borough,All,${row}`)].join('\n'),
})
const stood = async (row: string) => await standingOn(await aLoad({ ...share('W'), ...figures(row) }))

it('asks about the counts behind a final figure, as about the figure', async () => {
  const standing = await stood('43.75,28,64,64,final,2024-10-06')
  const asked = async (row: string) => askedIn(await aLoad(figures(row), { standing }))
  expect(await asked('43.75,280,640,640,final,2025-10-06')).toEqual([
    'observations.csv:2:1 within in 2024-09 (All): it was final of 28 ÷ 64 and would be of 280 ÷ 640 → publish it with a reason, or correct the file',
  ])
  expect(await asked('43.75,,,64,final,2025-10-06')).toHaveLength(1)
  expect(await asked('43.75,28,64,64,final,2025-10-06')).toEqual([])
})

it('asks about a final figure that was withheld and would be shown', async () => {
  const asked = async (before: string) =>
    askedIn(await aLoad(figures('90,90,100,100,final,2025-10-06'), { standing: await stood(before) }))
  expect((await asked('[c],,,,final,2024-10-06'))[0]).toContain(
    'it was withheld and final, and would be shown',
  )
  expect(await asked('[x],,,,final,2024-10-06')).toEqual([])
})

it('holds every share against its counts, however its measure is combined', async () => {
  const told = async (agg: string) =>
    errorsIn(await aLoad({ ...share(agg), ...figures('45,14,100,100,final,2024-10-06') }))
  expect((await told('D'))[0]).toContain('45 is not 14 ÷ 100, which is 14.0')
  expect((await told('W'))[0]).toContain('45 is not 14 ÷ 100')
})
