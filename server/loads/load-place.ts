/** Where this process loads and publishes: one at a time. */
export interface LoadPlace {
  /** how to give it back; null where somebody has it */
  take: (at: Date) => (() => void) | null
  /** since when somebody has it; null where nobody does */
  takenSince: () => Date | null
}

export function createLoadPlace(): LoadPlace {
  let taken: { at: Date } | null = null
  return {
    take(at) {
      if (taken) return null
      const mine = { at }
      taken = mine
      return () => {
        // given back twice, it may be another's meanwhile
        if (taken === mine) taken = null
      }
    },
    takenSince: () => taken?.at ?? null,
  }
}
