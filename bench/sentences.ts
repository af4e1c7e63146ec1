import { faultsOfCouncil } from '../tests/support/faults-of-a-council.ts'

/**
 * Reads every computed sentence of 200 invented councils beside its figures, for officers and for the panel, and sets
 * their verdicts beside each other: `npm run evaluate:sentences`. Ends with the count of faults, and fails on any.
 */
const councils = 200
let faults = 0
for (let seed = 0; seed < councils; seed += 1) {
  for (const fault of faultsOfCouncil(seed)) {
    faults += 1
    process.stdout.write(`council ${seed}: ${fault}\n`)
  }
}
process.stdout.write(`${councils} councils, ${faults} faults\n`)
process.exitCode = faults === 0 ? 0 : 1
