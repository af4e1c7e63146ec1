import type { Database, Queries } from './database.ts'

/** Carries a result out of a transaction that must not be committed. */
class Rehearsed<Result> extends Error {
  readonly result: Result
  constructor(result: Result) {
    super('a rehearsal is rolled back')
    this.result = result
  }
}

/** Does the work in a transaction that is rolled back, and says what came of it; nothing stays written. */
export async function rehearse<Result>(
  { queries }: Pick<Database, 'queries'>,
  work: (queries: Queries) => Promise<Result>,
): Promise<Result> {
  let rehearsed: Rehearsed<Result> | undefined
  try {
    return await queries.transaction(async (transaction) => {
      rehearsed = new Rehearsed(await work(transaction))
      throw rehearsed
    })
  } catch (error) {
    if (rehearsed && error === rehearsed) return rehearsed.result
    throw error
  }
}
