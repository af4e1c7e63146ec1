import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMovement, holdsOfLate, movementSince } from '../../../../src/domain/movement/find-movement.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

/** shared/cases/truth/11: a list that rises for 29 months and falls for 13. */
const turning = [
  425, 433, 424, 428, 451, 438, 459, 456, 454, 449, 453, 460, 454, 467, 463, 475, 476, 488, 479, 482, 485,
  493, 492, 502, 503, 505, 506, 505, 512, 509, 501, 495, 501, 476, 475, 479, 467, 473, 449, 444, 427, 433,
]
/** shared/cases/truth/08: a list that falls for two years and has risen for two months. */
const risen = [
  346, 336, 341, 336, 330, 337, 327, 332, 327, 328, 319, 316, 308, 303, 300, 292, 286, 287, 278, 274, 271,
  264, 256, 253, 259, 263,
]

describe('findMovement', () => {
  it('sees the turn at its highest figure, and that the fall goes on', () => {
    expect(findMovement(turning)).toEqual({ kind: 'going-on', direction: -1, from: 28, to: 41 })
  })

  it('tells no fall as going on where the last two figures rose', () => {
    expect(findMovement(risen)).toEqual({
      kind: 'turned-back',
      direction: -1,
      from: 0,
      to: 23,
      figuresSince: 2,
    })
  })

  it('begins a jump where it began, and not at the lowest figure of the noise before it', () => {
    // about 4 for two years, and 2 once: from the last 4, in two months
    const jumped = [4, 4, 2, 4, 5, 4, 4, 3, 4, 5, 4, 4, 5, 4, 3, 4, 4, 5, 4, 4, 4, 7, 13]
    expect(findMovement(jumped)).toEqual({ kind: 'going-on', direction: 1, from: 20, to: 22 })
    const steady = Array.from({ length: 24 }, (_, row) => 4 + row)
    expect(findMovement(steady)).toMatchObject({ from: 0, to: 23 })
  })

  it('says halted where figures neither went further nor straight back', () => {
    const stands = [60, 56, 52, 48, 44, 40, 36, 38, 39, 37, 40, 38]
    expect(findMovement(stands)).toEqual({
      kind: 'halted',
      direction: -1,
      from: 0,
      to: 6,
      figuresSince: 5,
    })
  })

  it('takes what stands where it stood half a year ago for no fall that goes on', () => {
    // 30 in the ten months to 163, and 163 again six months later; 161 is the furthest, two months ago
    const level = [193, 191, 192, 189, 180, 178, 174, 179, 174, 172, 163, 161, 162, 164, 161, 164, 163]
    expect(findMovement(level)).toEqual({ kind: 'levelled', direction: -1, from: 0, to: 10, figuresSince: 6 })
    // a tenth of the pace over the last three months is no such pace; a third of it is
    const fallen = [200, 201, 200, 190, 180, 170, 160, 150]
    expect(findMovement([...fallen, 149, 148, 147])?.kind).toBe('levelled')
    expect(findMovement([...fallen, 146, 143, 139])?.kind).toBe('going-on')
  })

  it('says that what is more than half lost again has come back', () => {
    // 57 down in six months, 33 of them lost again in steps so uneven that no rise is plain
    const back = [
      154, 148, 155, 149, 155, 146, 136, 126, 117, 108, 98, 106, 100, 108, 104, 112, 108, 116, 114, 122, 118,
      127, 131,
    ]
    expect(findMovement(back)).toMatchObject({ kind: 'come-back', direction: -1, from: 4, to: 10 })
    expect(findMovement(back.with(22, 120))).toMatchObject({ kind: 'halted', to: 10 })
  })

  it('takes nothing for going on of which the last step lost more than a third', () => {
    // 16.4 thousand up in nine months, and 6.8 of them down in one; 4.7 are less than a third
    const risen = [12.2, 15.1, 15.2, 16.9, 19.3, 18.6, 19.4, 21.2, 23.1, 28.7]
    expect(movementSince([...risen, 21.9], 0, 1)).toMatchObject({
      kind: 'turned-back',
      to: 9,
      figuresSince: 1,
    })
    expect(movementSince([...risen, 24], 0, 1)?.kind).toBe('going-on')
  })

  it('begins after a pause of more than a year, or where much was lost again: what rose has not been falling', () => {
    const pause = Array.from({ length: 15 }, (_, row) => 267 + row)
    const again = [276, 270, 264, 258, 252, 246]
    expect(findMovement([297, 287, 277, 267, ...pause, ...again])).toMatchObject({
      kind: 'going-on',
      from: 18,
    })
    expect(findMovement([297, 287, 277, 267, ...pause.slice(-6), ...again])).toMatchObject({ from: 0 })
    // of 95 in all 27 were lost again on the way, which figures that differ by ten do by themselves; and 32
    const fallen = [295, 300, 285, 289, 274, 279, 264, 268, 253, 255]
    expect(
      findMovement([
        ...[...fallen, 270, 265, 280, 275, 275, 279, 263, 268, 252, 256],
        ...[240, 245, 229, 233, 217, 222, 206, 210],
      ]),
    ).toMatchObject({ kind: 'going-on', from: 1 })
    expect(
      findMovement([
        ...[...fallen, 272, 268, 285, 281, 281, 285, 269, 272, 256, 260],
        ...[244, 247, 231, 235, 219, 222, 206, 210],
      ]),
    ).toMatchObject({ kind: 'going-on', from: 15 })
  })

  it('passes over missing figures and keeps their places', () => {
    const gap = [...turning.slice(0, 10), null, ...turning.slice(10)]
    expect(findMovement(gap)).toMatchObject({ from: 29, to: 42 })
  })

  it('finds no movement in noise, in rounding, or in a level series', () => {
    // of 200 series of noise alone a few wander four usual steps from high to low by chance
    const found = Array.from({ length: 200 }, (_, seed) =>
      findMovement(noiseOf(36, seed).map((one) => 100 + one)),
    )
    expect(found.filter((one) => one !== null).length).toBeLessThan(10)
    expect(findMovement([340, 340, 345, 345, 340, 345, 345, 345, 340, 345, 345, 340])).toBeNull()
    expect(findMovement(Array(36).fill(5))).toBeNull()
    expect(findMovement([])).toBeNull()
  })

  it('sees a rise that turned 3 to 24 months before the end, within two months of its turn', () => {
    for (const months of [3, 4, 6, 9, 12, 18, 24]) {
      for (let seed = 0; seed < 20; seed++) {
        const list = noiseOf(42, seed).map(
          (one, row) => 400 + 6 * Math.min(row, 2 * (41 - months) - row) + 3 * one,
        )
        const movement = findMovement(list)
        const turn = movement?.direction === -1 ? movement.from : movement?.to
        expect(Math.abs((turn ?? 0) - (41 - months))).toBeLessThanOrEqual(2)
        // what goes on is a fall, and a rise has ended
        expect(movement?.kind === 'going-on' ? movement.direction : -1).toBe(-1)
      }
    }
  })

  it('is the same in any unit, and the other way round for the mirror image', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 40 }), (values) => {
        const movement = findMovement(values)
        expect(findMovement(values.map((value) => 4 * value + 8))).toEqual(movement)
        const mirrored = findMovement(values.map((value) => 100 - value))
        expect(mirrored).toEqual(movement && { ...movement, direction: movement.direction === 1 ? -1 : 1 })
      }),
      { seed: 20_251_129, numRuns: 300 },
    )
  })
})

describe('movementSince', () => {
  it('goes from a given row to the furthest figure that way, and no further', () => {
    expect(movementSince([48, 50, 54, 60, 66, 63, 61], 1, 1)).toEqual({
      kind: 'turned-back',
      direction: 1,
      from: 1,
      to: 4,
      figuresSince: 2,
    })
    expect(movementSince([50, 49, 48], 0, 1)).toBeNull()
    expect(movementSince([50, null, null], 1, 1)).toBeNull()
  })
})

describe('holdsOfLate', () => {
  it('asks for the last three months, and forgives one step', () => {
    expect(holdsOfLate([447, 439, 461, 431], -1)).toBe(true)
    expect(holdsOfLate([264, 256, 253, 259, 263], -1)).toBe(false)
    expect(holdsOfLate([10, 12, 9, 10], 1)).toBe(false)
    expect(holdsOfLate([10, 30, 29, 28], 1)).toBe(false)
    expect(holdsOfLate([], 1)).toBe(false)
  })
})
