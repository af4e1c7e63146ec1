import type { Surprises } from './surprises.ts'

/** One way to read a series: a line, how far the level around it wanders, and whether its slope moves. */
export interface Reading {
  /** where the line ends, and what each month adds to it, in values as they are read; null where there is none */
  line: { end: number; slope: number } | null
  /** how much of a surprise stays in the level, and in the slope */
  memory: number
  slopeMemory: number
  /** how far from the line the level stands after the last figure, on the working scale, and how unsure that is */
  level: number
  levelError: number
  /** what each month adds to the level by a slope that moves, and how unsure the slope of a line is; likewise */
  drift: number
  slopeError: number
  /** typical size of a one-month surprise, and how many figures say so */
  size: number
  freedom: number
}

/** A reading, the surprises that it would have met, and what speaks for it before any figure, in log likelihood. */
export interface Read {
  reading: Reading
  surprises: Surprises
  prior: number
}
