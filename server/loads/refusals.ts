import { ProblemError } from '../../src/service/problem.ts'
import { OtherOrganisationError } from '../db/organisation.ts'
import { StillDisclosedError } from '../db/still-disclosed.ts'
import { TakeBackRefusedError } from '../db/take-back/take-back-refused.ts'
import { describeError } from '../log/loggable-error.ts'
import { wordsFor } from '../words-for-people.ts'
import { SupersededError } from './publish-load.ts'
import { ChangedFilesError } from './read-load.ts'
import { LoadStateError } from './settled.ts'

/** Why a load is not published as it stands, whoever asks. */
export const conflicts = [
  LoadStateError,
  SupersededError,
  ChangedFilesError,
  OtherOrganisationError,
  TakeBackRefusedError,
] as const

/** Why an edition did not come about at its time, for whoever decided it; of what broke, kind and place alone. */
export function tellRefusal(error: unknown): string {
  return (
    wordsFor(error, [...conflicts, StillDisclosedError, ProblemError]) ??
    `the edition could not be finished: ${describeError(error)}`
  )
}
