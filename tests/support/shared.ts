import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Published files that some tests read in place, beside the repository. They are no part of it, so a checkout
 * may be without them: such a test then says that it was not run.
 */
const folder = fileURLToPath(new URL('../../../shared/data/real/', import.meta.url))

export const hasSharedFiles = existsSync(folder)
export const sharedNote = hasSharedFiles ? '' : ' (published files not here, not run)'

export function sharedFile(name: string): string {
  return `${folder}${name}`
}
