import { describe, expect, it } from 'vitest'
import { nearestId } from '../../../../src/domain/measures/nearest-id.ts'

const known = ['ot-waiting', 'ot-wait-median', 'dp-clients', 'dp-carers']

describe('nearestId', () => {
  it('finds the id behind a missing, an extra or a wrong letter', () => {
    expect([
      nearestId('ot-wating', known),
      nearestId('ot-waitting', known),
      nearestId('dp-cliemts', known),
    ]).toEqual(['ot-waiting', 'ot-waiting', 'dp-clients'])
  })

  it('finds the id behind two swapped letters and other capitals', () => {
    expect([nearestId('dp-cleints', known), nearestId('DP-CARERS', known)]).toEqual([
      'dp-clients',
      'dp-carers',
    ])
  })

  it('suggests nothing for what is like none of them', () => {
    expect([nearestId('safeguarding', known), nearestId('', known), nearestId('x', [])]).toEqual([
      null,
      null,
      null,
    ])
  })
})
