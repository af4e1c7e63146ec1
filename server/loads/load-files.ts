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
  /** called when the files are not needed any more */
  discard?: () => Promise<void>
}
