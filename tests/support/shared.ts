import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Published files that some tests read in place, beside the repository. They are no part of it, so a checkout
 * may be without them: such a test then says that it was not run.
 */
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const folder = `${shared}data/real/`
const cases = `${shared}cases/load/`

export const hasSharedFiles = existsSync(folder)
export const sharedNote = hasSharedFiles ? '' : ' (published files not here, not run)'

export function sharedFile(name: string): string {
  return `${folder}${name}`
}

/** Loads that went wrong once, each with its note; beside the repository as well. */
export const hasSharedCases = existsSync(cases)
export const sharedCasesNote = hasSharedCases ? '' : ' (cases not here, not run)'

export function sharedCase(name: string): string {
  return `${cases}${name}`
}
