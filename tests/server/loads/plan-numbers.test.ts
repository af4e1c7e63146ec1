import { expect, it } from 'vitest'
import {
  aLoad,
  askedIn,
  errorsIn,
  kpiHeader,
  noticesIn,
  organisationFile,
  rowsOf,
} from '../../support/a-load.ts'
import { soundLoad } from '../../support/load-files.ts'
import { standingOn } from '../../support/standing-on.ts'

const within = (target: string) => ({
  ...organisationFile,
  'kpis.csv': `${kpiHeader}\nwithin,Within 28 days,waiting,percent,W,up,month,1,${target},2026-03-31,people,,1,2024-04-01`,
  'observations.csv': rowsOf(['2025-09', '43.8,28,64,', ''])
    .replace('ot-waiting', 'within')
    .replace(',,,,,', ',,'),
})
const targets = (...values: string[]) => ({
  'targets.csv': [
    'kpi_id,valid_from,target,lower,upper,set_by',
    ...values.map((one) => `within,${one},,,Board`),
  ].join('\n'),
})
const path = (...values: string[]) => ({
  'trajectory.csv': ['kpi_id,period,planned,approved_by', ...values.map((one) => `within,${one},Board`)].join(
    '\n',
  ),
})

it('holds targets and paths to the unit of their measure', async () => {
  const load = await aLoad({
    ...within('0.8'),
    ...targets('2024-05-01,0.75', '2025-04-01,800'),
    ...path('2025-10,0.6', '2025-11,-3', '2025-12,60'),
  })
  const told = [...errorsIn(load), ...askedIn(load)].map((one) => one.split(' → ')[0])
  expect(told).toEqual([
    'targets.csv:3:19 target is out of the range of within (percent)',
    'trajectory.csv:3:16 planned is out of the range of within (percent)',
    'kpis.csv:2:52 target is a part of 1, and within is a percentage',
    'targets.csv:2:19 target is a part of 1, and within is a percentage',
    'trajectory.csv:2:16 planned is a part of 1, and within is a percentage',
  ])
})

it('asks about a target that lost or won a nought, and tells of a new name', async () => {
  const standing = await standingOn(await aLoad(soundLoad))
  const again = async (from: string, to: string) =>
    await aLoad({ 'kpis.csv': soundLoad['kpis.csv'].replace(from, to) }, { standing })
  expect(askedIn(await again(',150,', ',15,'))).toEqual([
    'kpis.csv:2:56 target of ot-waiting is a tenth of what it was, or less → correct it, or publish it with a reason',
  ])
  expect(askedIn(await again(',150,', ',120,'))).toEqual([])
  expect(noticesIn(await again('Waiting for OT', 'Something else'))[0]).toContain(
    'the name of ot-waiting reads otherwise than before',
  )
})
