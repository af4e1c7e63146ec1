import { type Disclosure, tellDisclosure } from '../../src/domain/disclosure/attack.ts'

/** How many are named: enough to see what they have in common. */
const named = 10

/** Publication stops: something would be told that nothing more in this edition can take back. */
export class StillDisclosedError extends Error {
  readonly disclosures: readonly Disclosure[]
  constructor(disclosures: readonly Disclosure[]) {
    super(
      [
        `The edition is not published: ${disclosures.length} protected ${disclosures.length === 1 ? 'number' : 'numbers'} could be worked out from it and from earlier editions.`,
        ...disclosures.slice(0, named).map(tellDisclosure),
        'Leave out the breakdown that tells them, or give the figures with the next period.',
      ].join('\n'),
    )
    this.name = 'StillDisclosedError'
    this.disclosures = disclosures
  }
}
