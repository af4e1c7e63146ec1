import { keptValue, safeStorage } from './safe-storage.ts'

/**
 * What somebody has begun to write, kept in this browser until it is saved: a reload or a lost connection takes
 * nothing of it. A draft never leaves the device.
 */
const storage = safeStorage<unknown>()
const nameOf = (name: string) => `draft:${name}`

/** Undefined where nothing was begun. Its shape is for the reader to check: another version may have kept it. */
export function keptDraft(name: string): unknown {
  return keptValue(storage.getItem(nameOf(name)), 'state')
}

export function keepDraft(name: string, draft: unknown): void {
  storage.setItem(nameOf(name), { state: draft })
}

export function dropDraft(name: string): void {
  storage.removeItem(nameOf(name))
}
