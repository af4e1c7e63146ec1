import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export interface SourceFile {
  path: string
  text: string
}

/** Files that belong to the repository (or are about to), below these folders and with these endings. */
export function sourceFiles(folders: readonly string[], ending: RegExp): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...folders], {
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter((path) => ending.test(path) && existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** 'file:line text' for every line that a pattern finds; comments are left out where code is meant. */
export function linesWith(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ place: `${path}:${index + 1}`, line: line.trim() }))
      .filter(({ line }) => pattern.test(line) && !/^(\/\/|\/?\*)/.test(line))
      .map(({ place, line }) => `${place} ${line}`),
  )
}
