import { numberInWords } from '../measures/format.ts'

/**
 * How far something rests on figures that may still change, to stand after what it is that rests: on some of several
 * figures it does so in part. How many figures show it need not be told.
 *
 * @example one of the last seven → 'in part on one provisional figure'; both of two → 'on two provisional figures'
 */
export function onProvisional(provisional: number, figures: number | null = null): string {
  const own = figures === null ? provisional : Math.min(provisional, figures)
  const isPart = figures !== null && own < figures
  return `${isPart ? 'in part ' : ''}on ${numberInWords(own)} provisional ${own === 1 ? 'figure' : 'figures'}`
}
