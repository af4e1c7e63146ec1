import type { LoadProblem } from '../../src/contract/loads.ts'
import type { SourceFile } from './source-file.ts'

/** A file of a load as it was sent, on the disk of this machine. */
export interface ReceivedFile {
  path: string
  label: string
  isMapping: boolean
  isNamed: boolean
}

export interface LoadFiles {
  files: readonly SourceFile[]
  mapping: SourceFile | null
  /** as they were sent, where they were */
  received?: readonly ReceivedFile[]
  /** what whoever brought them has to tell, beside what is found in them */
  noticed?: readonly LoadProblem[]
  /** a note that an edition of them may have */
  note?: string | null
  /** called when the files are not needed any more */
  discard?: () => Promise<void>
}
