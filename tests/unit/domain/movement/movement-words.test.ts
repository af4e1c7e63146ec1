import { describe, expect, it } from 'vitest'
import { findMovement, movementSince } from '../../../../src/domain/movement/find-movement.ts'
import {
  driftInWords,
  movementInWords,
  paceChangeInWords,
} from '../../../../src/domain/movement/movement-words.ts'
import { stepOf } from '../../../../src/domain/movement/step-of.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'

const people = { unit: 'count', decimals: 0 } as const

const ending = (values: readonly number[]) => ({
  periods: periodRange('2022-01', '2025-09').slice(-values.length),
  values,
})

function worded(values: readonly number[]) {
  const figures = ending(values)
  const movement = findMovement(values)
  return movement && movementInWords(people, figures, movement)
}

/** To 506 in Aug 2024, and down to 414: 92 in 13 months are 7.1 a month. */
const turned = [
  475, 485, 488, 491, 500, 501, 504, 506, 501, 491, 478, 480, 475, 456, 447, 439, 461, 431, 425, 426, 414,
]

describe('movementInWords', () => {
  it('says since when a list falls, and by how much a month, as a person sees it', () => {
    expect(worded(turned)).toEqual({
      title: 'falling since Aug 2024, by about 7 a month',
      clause: 'falling since Aug 2024, from 506 to 414, by about 7 a month',
    })
  })

  it('says how many months running, from seven on', () => {
    const steps = [80, 75, 83, 78, 81, 100, 94, 91, 85, 80, 72, 70, 61]
    // 39 in seven months
    expect(worded(steps)).toEqual({
      title: 'falling since Feb 2025, by about 6 a month',
      clause: 'falling since Feb 2025, from 100 to 61, by about 6 a month, lower seven months running',
    })
    expect(worded(steps.with(12, 70).concat(61))?.clause).not.toContain('running')
  })

  it('writes the figures at its ends as finely as their difference is told', () => {
    const days = { unit: 'days', decimals: 0 } as const
    const wait = [15.6, 15.4, 15.6, 15.5, 15.6, 16.1, 17, 18.2, 19.1, 20.6]
    const movement = findMovement(wait)
    // 5.2 longer beside "from 15 days to 21"
    expect(movement && movementInWords(days, ending(wait), movement).clause).toMatch(
      /^rising since Jan 2025, from 15\.4 days to 20\.6 days,/,
    )
    const whole = wait.with(9, 20.3)
    // 5 longer, as whole days have it
    expect(movement && movementInWords(days, ending(whole), movement).clause).toMatch(
      /^rising since Jan 2025, from 15 days to 20 days,/,
    )
  })

  it('writes three digits of a pace, alike for figures as received and rounded to five', () => {
    // 86,394 in three months are 28,798 a month; rounded, 28,796.7
    expect(worded([436_127, 410_000, 380_000, 349_733])?.title).toContain('by about 28,800 a month')
    expect(worded([436_125, 410_000, 380_000, 349_735])?.title).toContain('by about 28,800 a month')
  })

  it('names the span of what has ended, and what came after', () => {
    expect(worded([60, 56, 52, 47, 44, 40, 35, 31, 33, 36])).toEqual({
      title: 'fell until Jul 2025, and rose in the last two months',
      // 29 in seven months
      clause:
        'fell from 60 in Dec 2024 to 31 in Jul 2025, by about 4 a month, and rose in the last two months',
    })
    expect(worded([60, 56, 52, 47, 44, 40, 35, 37, 40, 38, 39, 38, 37])).toEqual({
      title: 'fell until Mar 2025, no lower since',
      clause:
        'fell from 60 in Sep 2024 to 35 in Mar 2025, its lowest, by about 4 a month, and has stood between 37 and 40 since',
    })
  })

  it('takes the lowest of the last few months for no end: which it is, is known by hindsight', () => {
    // 3 a month would have brought 9 in three months, which such figures hide; 114 in 41 months are 2.8 a month
    const allocation = [
      424, 415, 418, 421, 413, 413, 406, 406, 407, 420, 411, 409, 394, 393, 405, 392, 394, 391, 384, 379, 376,
      364, 357, 357, 338, 337, 328, 321, 318, 330, 317, 311, 315, 314, 318, 313, 315, 311, 307, 313, 313, 310,
    ]
    expect(worded(allocation)).toEqual({
      title: 'no lower in the last three months',
      clause:
        'fell from 424 in Apr 2022 to 310 in Sep 2025, by about 3 a month; no lower in the last three months than 307 in Jun 2025',
    })
    // 4 a month would have brought 17 in four months, which these do not hide
    expect(worded([60, 56, 52, 47, 44, 40, 35, 37, 40, 38, 39])?.title).toBe(
      'fell until May 2025, no lower since',
    )
  })

  it('says where figures have stood since they became level, and what has come back', () => {
    expect(
      worded([193, 191, 192, 189, 180, 178, 174, 179, 174, 172, 163, 161, 162, 164, 161, 164, 163]),
    ).toEqual({
      title: 'fell until Mar 2025, about level since',
      // 30 in ten months
      clause:
        'fell from 193 in May 2024 to 163 in Mar 2025, by about 3 a month, and has stood between 161 and 164 since',
    })
    expect(
      worded([
        154, 148, 155, 149, 155, 146, 136, 126, 117, 108, 98, 106, 100, 108, 104, 112, 108, 116, 114, 122,
        118, 127, 131,
      ]),
    ).toEqual({
      title: 'fell to 98 and has come back to 131',
      clause: 'fell from 155 in Mar 2024 to 98 in Sep 2024 and has come back to 131',
    })
  })

  it('tells a step of one month as that month, and as no pace', () => {
    expect(worded([50, 51, 50, 51, 50, 51, 50, 51, 50, 51, 51, 50, 70])).toEqual({
      title: 'rose from Aug 2025 to Sep 2025',
      clause: 'rose from 50 in Aug 2025 to 70 in Sep 2025',
    })
    // 100 of 152 in one of 12 months: about 13 a month is no month's
    const step = [20, 24, 28, 31, 36, 40, 140, 144, 149, 155, 160, 166, 172]
    expect(worded(step)?.title).toBe('rising since Sep 2024, most of it in Mar 2025')
    expect(worded(step.map((value, row) => (row < 7 ? value : value + 60)))?.clause).toBe(
      'rising since Sep 2024, from 20 to 232, much of it in Mar 2025, higher 12 months running',
    )
  })

  it('calls no step of noise one that made the movement', () => {
    // 22 of the 42 from row 7 on, beside steps of some ten either way: four usual ones are more
    const noisy = [60, 50, 61, 50, 60, 51, 60, 50, 62, 58, 71, 66, 88, 81, 92]
    expect(stepOf(noisy, { from: 7, to: 14 })).toBeNull()
    const still = [50, 50, 51, 50, 50, 51, 51, 50, 54, 58, 61, 66, 88, 90, 92]
    expect(stepOf(still, { from: 7, to: 14 })?.row).toBe(12)
    // over a gap it is not known in which month it came
    expect(
      stepOf(
        still.map((value, row) => (row === 11 ? null : value)),
        { from: 7, to: 14 },
      ),
    ).toBeNull()
  })
})

describe('paceChangeInWords', () => {
  /** 2 a month, then 5 a month from Jan 2025 on. */
  const faster = [100, 98, 96, 94, 92, 90, 88, 86, 84, 82, 80, 78, 73, 68, 63, 58, 53, 48, 43, 38]

  it('sets a pace beside the one before', () => {
    const movement = findMovement(faster)
    expect(movement && paceChangeInWords(people, ending(faster), movement, 11)).toEqual({
      title: 'falling faster since Jan 2025',
      clause: 'falling faster since Jan 2025, by about 5 a month against about 2 before',
    })
  })

  it('counts no step to a new level as the pace before it, and tells no faster pace of a step', () => {
    // 3 a month all along, and 30 more at once
    const stepped = Array.from({ length: 20 }, (_, row) => 200 + 3 * row + (row >= 12 ? 30 : 0) + (row % 2))
    const movement = findMovement(stepped)
    if (!movement) throw new Error('figures that rise')
    for (const since of [8, 11, 12, 13])
      expect(paceChangeInWords(people, ending(stepped), movement, since)).toBeNull()
    // 2 a month; from the thirteenth month on, which is the first of them, 5 a month
    const fall = findMovement(faster)
    expect(fall && paceChangeInWords(people, ending(faster), fall, 12)?.clause).toBe(
      'falling faster since Feb 2025, by about 5 a month against about 2 before',
    )
  })

  it('says until when, where the last months went the other way', () => {
    const figures = ending([...faster, 40, 42])
    const movement = findMovement(figures.values)
    expect(movement && paceChangeInWords(people, figures, movement, 11)?.clause).toBe(
      'fell faster from Nov 2024 to Jul 2025, by about 5 a month against about 2 before, and rose in the last two months',
    )
  })

  it('tells none of fewer than three steps, or of paces that read alike', () => {
    const movement = findMovement(faster)
    expect(movement && paceChangeInWords(people, ending(faster), movement, 18)).toBeNull()
    expect(movement && paceChangeInWords(people, ending(faster), movement, 5)?.title).toBe(
      'falling faster since Jul 2024',
    )
    const even = [100, 97, 94, 91, 88, 85, 82, 79, 76, 73]
    const steady = findMovement(even)
    expect(steady && paceChangeInWords(people, ending(even), steady, 5)).toBeNull()
  })
})

describe('driftInWords', () => {
  const drift = (values: readonly number[]) => {
    const movement = movementSince(values, 0, 1)
    return movement && driftInWords(ending(values), movement)
  }
  it('drifts in the present only while it does', () => {
    expect(drift([50, 53, 52, 57, 60, 63])).toBe('drifting up over the last six months')
    expect(drift([50, 53, 60, 64, 60, 57])).toBe('drifted up until Jul 2025, and fell in the last two months')
    expect(drift([50, 54, 60, 70, 58, 56, 58])).toBe(
      'drifted up until Jun 2025, and has come more than half of the way back since',
    )
  })
})
