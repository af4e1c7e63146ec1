import { seededUniform } from '../../../src/domain/statistics/seeded-numbers.ts'

export interface Random {
  /** a whole number from 0 up to `end` */
  below: (end: number) => number
  /** @throws where the list is empty */
  pick: <Item>(list: readonly Item[]) => Item
  chance: (share: number) => boolean
}

/** Repeatable choices: a case is made anew from its seed alone. */
export function createRandom(seed: number): Random {
  const uniform = seededUniform(seed)
  const below = (end: number) => Math.floor(uniform() * end)
  return {
    below,
    pick(list) {
      const item = list[below(list.length)]
      if (item === undefined) throw new Error('there is nothing to choose from')
      return item
    },
    chance: (share) => uniform() < share,
  }
}
