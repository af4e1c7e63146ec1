import { readFileSync } from 'node:fs'
import { SettingError } from './setting-error.ts'

/**
 * The JSON of a file that a setting names, read whole at the start.
 * @throws SettingError with the setting, the file and the remedy
 */
export function readSettingsFile(setting: string, path: string, shownIn = 'docs/operations.md'): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new SettingError(
      `${setting} names ${path}, which cannot be read. Give the path of a JSON file; ${shownIn} shows one.`,
    )
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : 'it cannot be parsed'
    throw new SettingError(`${path} is not JSON (${reason}). Mend it there; ${shownIn} shows one.`)
  }
}

/** Where in a file something stands. @example ['roles', 1, 'group'] → 'roles[1].group' */
export function keyInWords(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : before ? `${before}.${String(part)}` : String(part),
    '',
  )
}

/** What is wrong with one key of a file, and the remedy; the words end without a stop. */
export function faultOfKey(path: string, key: string, words: string): SettingError {
  return new SettingError(`${path}: ${key} ${words}.`)
}
