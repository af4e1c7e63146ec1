import { describe, expect, it } from 'vitest'
import { compareSignals } from '../../../../src/domain/changes/signal-changes.ts'
import { newSignalColumns } from '../../../../src/features/changes/signal-columns.tsx'
import { clearedSignalRows, newSignalRows } from '../../../../src/features/changes/signal-rows.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aFlaggedChange, aTestedSeries } from '../../../support/a-signal.ts'

const towns = { id: 'town', label: 'Town', members: [] }
const measure = aDescribedKpi({ dimensions: [towns] })
const measures = new Map([[measure.id, measure]])
const family = (...signals: ReturnType<typeof aTestedSeries>[]) => ({ untested: 0, signals })
const nothing = family()
const changed = (from: typeof nothing, to: typeof nothing) => compareSignals(from, to, [measure]).changed

describe('newSignalRows', () => {
  it('names measure, part and month, and leads to the part', () => {
    expect(newSignalRows(changed(nothing, family(aTestedSeries())), measures)).toMatchObject([
      {
        name: 'Waiting for OT assessment',
        where: 'Town: Acton',
        part: { dimension: 'town', member: 'Acton' },
        since: 'Apr 2025',
        otherwise: 'Not flagged',
      },
    ])
  })

  it('leads to the measure itself where the whole borough is meant', () => {
    const whole = aTestedSeries({ dimension: 'borough', member: 'All', label: 'All' })
    expect(newSignalRows(changed(nothing, family(whole)), measures)).toMatchObject([
      { where: 'Whole borough', part: null },
    ])
  })

  it('lets two breakdowns at once name themselves', () => {
    const both = aTestedSeries({ dimension: 'type+town', label: 'Self-neglect · Southall' })
    expect(newSignalRows(changed(nothing, family(both)), measures)).toMatchObject([
      { where: 'Self-neglect · Southall' },
    ])
  })

  it('has a column for what the earlier edition said only where it said something', () => {
    const turned = aTestedSeries({ change: aFlaggedChange({ direction: -1 }) })
    const rows = newSignalRows(changed(family(aTestedSeries()), family(turned)), measures)
    expect(rows[0]?.otherwise).toContain('higher since Apr 2025')
    expect(newSignalColumns(rows, 4).map(({ head }) => head)).toContain('In edition 4')
    const heads = newSignalColumns(newSignalRows(changed(nothing, family(turned)), measures), 4)
    expect(heads.map(({ head }) => head)).not.toContain('In edition 4')
  })
})

describe('clearedSignalRows', () => {
  it('tells what no longer stands out from what could not be tested', () => {
    const quiet = aTestedSeries({ change: null })
    const cleared = (to: typeof nothing) =>
      clearedSignalRows(changed(family(aTestedSeries()), to), measures).map(({ otherwise }) => otherwise)
    expect(cleared(family(quiet))).toEqual(['Tested again: no recent change stands out'])
    expect(cleared(nothing)).toEqual(['Could not be tested'])
  })
})
