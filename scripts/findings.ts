/**
 * Writes docs/findings.md, the page on which every computed sentence of the demonstration is read by eye.
 *
 *   npm run findings
 */
import { writeFileSync } from 'node:fs'
import { composeFindings } from './compose-findings.ts'

const file = 'docs/findings.md'
writeFileSync(file, `${composeFindings()}\n`)
process.stdout.write(`${file} written\n`)
