import type { TakeBack } from '../../../api/take-back.ts'
import { writePart } from '../../../domain/editions/take-back.ts'

/** @example 'The next edition would stand on edition 4 again' */
export function takeBackFinding(takesBack: TakeBack): string {
  return takesBack.kind === 'roll-back'
    ? `The next edition would stand on edition ${takesBack.to} again`
    : 'These figures would be taken out of the next edition'
}

/** As the log of loads has it, where files would stand. */
export function takeBackInShort(takesBack: TakeBack): string {
  return takesBack.kind === 'roll-back'
    ? `Roll back to edition ${takesBack.to}`
    : `Take out ${takesBack.parts.map(writePart).join(', ')}`
}

/** What follows of it beside the figures, as sentences. */
export function consequencesOfTakeBack(takesBack: TakeBack | undefined, number: number): string[] {
  if (!takesBack) return []
  if (takesBack.kind === 'removal')
    return ['Earlier editions keep what is taken out, under their own numbers: whoever has read it knows it.']
  const between = number - 1 - takesBack.to
  return [
    between === 1
      ? `Edition ${number - 1} is withdrawn with the same reason, and stays readable.`
      : `Editions ${takesBack.to + 1} to ${number - 1} are withdrawn with the same reason, and stay readable.`,
    'Actions stay as they are now; comments written for the next edition wait for one with new figures.',
  ]
}
