/**
 * Asks the package registry what is known of the packages that the service runs with. Where it cannot be asked, that is
 * said, with an exit code of its own (3): no answer is no good news. Not a part of `npm test`, whose outcome must
 * not change with what others publish.
 */
import { spawnSync } from 'node:child_process'
import { isGrave, readAudit } from './audit-report.ts'

const { stdout } = spawnSync('npm', ['audit', '--json', '--omit=dev'], { encoding: 'utf8', timeout: 120_000 })
const report = readAudit(stdout ?? '')
if (!report) {
  console.error(
    'The package registry could not be asked: nothing is known. Ask again where it can be reached.',
  )
  process.exitCode = 3
} else {
  for (const { name, severity } of report.weak) console.log(`${severity}: ${name}`)
  const grave = report.weak.filter(isGrave).length
  console.log(`${report.weak.length} packages with a known weakness, ${grave} of them grave`)
  process.exitCode = grave > 0 ? 1 : 0
}
