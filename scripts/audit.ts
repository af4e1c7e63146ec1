/**
 * Asks the package registry what is known of the packages that the service runs with: 0 where nothing is, 1 where
 * something is. Where it cannot be asked, that is said, with an exit code of its own: no answer is no good news.
 */
import { spawnSync } from 'node:child_process'
import { notAsked, readAudit } from './audit-report.ts'

// not longer than what is looked at meanwhile takes; and told to work offline, npm says that nothing is known
const { stdout } = spawnSync(
  'npm',
  ['audit', '--json', '--omit=dev', '--offline=false', '--fetch-retries=0', '--fetch-timeout=20000'],
  { encoding: 'utf8', timeout: 30_000 },
)
const weak = readAudit(stdout ?? '')
if (!weak) {
  console.log(
    'The package registry could not be asked: whether packages have known weaknesses is not known. Ask again where it can be reached: npm run audit',
  )
  process.exitCode = notAsked
} else {
  for (const { name, severity } of weak) console.log(`${severity}: ${name}`)
  console.log(`${weak.length} packages with a known weakness`)
  process.exitCode = weak.length > 0 ? 1 : 0
}
