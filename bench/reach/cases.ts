import { furthestMonths } from '../../src/domain/forecast/forecast.ts'
import type { Bounds } from '../../src/domain/measures/bounds.ts'
import { isPresent, type Observation } from '../../src/domain/spc/observation.ts'
import type { Half } from '../forecast/halves.ts'
import type { RealSource } from '../forecast/real-series.ts'
import { originsOf } from '../forecast/rolling-origin.ts'
import { normalNumbers } from '../signals/families.ts'

/** A series as it was known, and what came after. */
export interface Case {
  past: readonly Observation[]
  next: readonly Observation[]
  bounds: Bounds
  /** what targets are set around, and how far apart */
  around: number
  unit: number
}

const months = 36
const noise = 10
const counts = { lower: 0, upper: null } as const

type Family = (normal: () => number) => { values: number[]; around: number }

/**
 * Every family has noise of 10; a target lies so many times 10 from the mean of a level series, or from the last
 * figure.
 */
export const families: Record<string, Family> = {
  level: (normal) => ({ values: everyMonth(() => 100 + noise * normal()), around: 100 }),
  'level, each month like the last': (normal) => {
    let likeness = normal()
    const next = () => {
      likeness = 0.5 * likeness + Math.sqrt(0.75) * normal()
      return 100 + noise * likeness
    }
    return { values: everyMonth(next), around: 100 }
  },
  trending: (normal) => {
    const slope = (normal() < 0 ? -1 : 1) * (1 + Math.min(2, Math.abs(normal())))
    return aroundLast(everyMonth((month) => 400 + slope * month + noise * normal()))
  },
  'turning 6 to 18 months before the end': (normal) => {
    const turn = months - 6 - Math.min(12, Math.floor(6 * Math.abs(normal())))
    const up = 2 + 2 * Math.abs(normal())
    const down = up * (0.6 + 0.3 * Math.abs(normal()))
    return aroundLast(
      everyMonth(
        (month) => 400 + up * Math.min(turn, month) - down * Math.max(0, month - turn) + noise * normal(),
      ),
    )
  },
  backlog: (normal) => {
    let list = 300
    const next = () => {
      list += noise * normal()
      return list
    }
    return aroundLast(everyMonth(next))
  },
}

export function madeCases(family: Family, count: number, seed: number): Case[] {
  const normal = normalNumbers(seed)
  return Array.from({ length: count }, () => {
    const { values, around } = family(normal)
    const [past, next] = [values.slice(0, months), values.slice(months)]
    return { past, next, bounds: counts, around, unit: noise }
  })
}

/** Origins of real series with a figure in each of the coming months that are there; the unit is their usual noise. */
export function realCases(sources: readonly RealSource[], half: Half): Case[] {
  return sources.flatMap((source) =>
    [...originsOf(source, half, furthestMonths)].flatMap(({ training, coming, change }) => {
      const last = training.at(-1)
      const isWhole = coming.length >= fewestComing && coming.every(isPresent)
      if (!isPresent(last) || !isWhole) return []
      const unit = change / meanChangeOfNoise
      return [{ past: training, next: coming, bounds: source.bounds, around: last, unit }]
    }),
  )
}

const fewestComing = 6
/** Mean absolute difference of two normal numbers with a standard deviation of 1. */
const meanChangeOfNoise = 1.128

function everyMonth(next: (month: number) => number): number[] {
  return Array.from({ length: months + furthestMonths }, (_, month) => next(month))
}

function aroundLast(values: number[]): { values: number[]; around: number } {
  return { values, around: values[months - 1] ?? 0 }
}
