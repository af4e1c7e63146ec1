/** After so many ms of work, whoever else waits for this thread has a turn. */
const longestTurn = 20

export interface Turn {
  /** whether the work has kept the thread long enough */
  isOver: () => boolean
  /** lets whoever waits have the thread, and begins the next turn */
  giveWay: () => Promise<void>
}

/** Of long work that gives way now and then. */
export function beginTurn(): Turn {
  let began = performance.now()
  return {
    isOver: () => performance.now() - began > longestTurn,
    async giveWay() {
      await new Promise((resolve) => setImmediate(resolve))
      began = performance.now()
    },
  }
}
