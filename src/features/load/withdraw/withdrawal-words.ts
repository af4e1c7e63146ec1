import type { Edition } from '../../../domain/editions/publication.ts'

/**
 * What happens to whom when an edition is withdrawn.
 *
 * @param standing editions that stand, newest first, this one among them
 */
export function consequencesOfWithdrawal(edition: Edition, standing: readonly Edition[]): string[] {
  const next = standing.find(({ number }) => number !== edition.number)
  const isLatest = standing[0]?.number === edition.number
  return [
    'Whoever opens it, by a link or from the list, reads at its head that it was withdrawn, on which day, and why.',
    ...(isLatest && next
      ? [
          `The latest edition is then edition ${next.number}, “${next.label}”: whoever asks for no other gets that.`,
        ]
      : []),
    'Nothing is deleted: its figures stay under its number, and what was copied or downloaded of it stays with whoever has it.',
    ...(isLatest
      ? [
          'The next edition still builds on what it holds, so what was wrong in it is put right by a load that says it otherwise.',
        ]
      : []),
    'This cannot be undone.',
  ]
}
