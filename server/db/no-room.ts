import { statfsSync } from 'node:fs'

/** The disk is full, or so nearly full that a write could be its last. Its message is made to be read. */
export class NoRoomError extends Error {
  constructor(where: string) {
    super(
      `There is no room left on the disk of ${where}. Nothing of this was stored, and everything published before stands. Make room on that disk, then try again.`,
    )
    this.name = 'NoRoomError'
  }
}

/** What PostgreSQL and the file system call a full disk or a used-up quota. */
const codesOfFullDisk = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** Whether a full disk is behind an error, however deep; then in words. */
export function noRoomBehind(thrown: unknown, where = 'the data folder (DATA_DIR)'): NoRoomError | null {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; error = error.cause, depth++) {
    if (error instanceof NoRoomError) return error
    if ('code' in error && typeof error.code === 'string' && codesOfFullDisk.has(error.code)) {
      return new NoRoomError(where)
    }
  }
  return null
}

/** Bytes that this user may still write on the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
