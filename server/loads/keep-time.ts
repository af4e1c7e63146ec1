const everyMs = 5_000

/** Looks every few seconds for what is due, one look at a time; how to stop, once what is being done is done. */
export function keepTime(publishDue: () => Promise<void>): () => Promise<void> {
  let looking: Promise<void> | null = null
  const timer = setInterval(() => {
    // what cannot be done now, because another load is running or the database is out of reach, is done soon after
    looking ??= publishDue()
      .catch(() => undefined)
      .finally(() => {
        looking = null
      })
  }, everyMs).unref()
  return async () => {
    clearInterval(timer)
    await looking
  }
}
