/** What PostgreSQL says where two wrote at once: the same key, an order that cannot be, locks in a ring, a lock held. */
const codesOfConflict = new Set(['23505', '40001', '40P01', '55P03'])

/** What PostgreSQL and the network say where there is no way to the database, or no place left in it. */
const codesOfAbsence =
  /^(08\w{3}|57P0[1-5]|53300|ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EPIPE)$/

/** What the driver says, without a code, where a connection broke or none was to be had in time. */
const wordsOfAbsence =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/

/** A server that took another's place for reading only, or was told to take no writes. */
const codeOfReadOnly = '25006'

/**
 * What lies behind an error of the database, however deep: somebody else who wrote, a database out of reach, or one that
 * only reads.
 */
export function conflictBehind(thrown: unknown): 'conflict' | 'out-of-reach' | 'read-only' | null {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; error = error.cause, depth++) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
    if (codesOfConflict.has(code)) return 'conflict'
    if (code === codeOfReadOnly) return 'read-only'
    if (codesOfAbsence.test(code) || wordsOfAbsence.test(error.message)) return 'out-of-reach'
  }
  return null
}
