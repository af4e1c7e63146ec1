import { readFileSync } from 'node:fs'
import { readAnalyseInput } from './analyse-input.ts'
import { analyseSeries } from './analyse-series.ts'

/** `npm run -s analyse -- FILE`: an array of series in (`-` for stdin), an array of results out. */
const usage = 'usage: npm run -s analyse -- FILE   (a JSON array of series; - for standard input)'

function main(args: readonly string[]): number {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) return complain(2, [usage])
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unreadable'
    return complain(2, [`${file} cannot be read (${why}) → check the path`, usage])
  }
  const input = readAnalyseInput(text)
  if (input.kind === 'faulty') return complain(1, input.problems)
  process.stdout.write(`${JSON.stringify(analyseSeries(input.series))}\n`)
  return 0
}

function complain(code: number, lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`)
  return code
}

process.exitCode = main(process.argv.slice(2))
