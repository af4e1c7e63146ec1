/** After so many ms of reading, whoever else waits for this thread has a turn. */
const longestTurn = 20

/** Gives way to others, where it is their turn: asked between rows, it costs nothing while it is not. */
export function createTurns() {
  let lastPause = performance.now()
  return {
    isOver: () => performance.now() - lastPause > longestTurn,
    async giveWay() {
      await new Promise<void>((resolve) => setImmediate(resolve))
      lastPause = performance.now()
    },
  }
}
