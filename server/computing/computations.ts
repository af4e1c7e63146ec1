import { analyseBoth } from './analyse-both.ts'
import { protectAfter, verdictsTakenBack } from './protect-after.ts'

/** What takes seconds of a publication, and asks nothing of a database: done in a thread of its own (compute.ts). */
export const computations = { analyseBoth, protectAfter, verdictsTakenBack }
