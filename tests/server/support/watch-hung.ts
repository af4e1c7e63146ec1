/** Watches over a program that hangs whenever it is started, with little patience. */
import { join } from 'node:path'
import { watchOver } from '../../../scripts/watch-over.ts'

watchOver(join(import.meta.dirname, 'hung.ts'), { silenceMs: 300, graceMs: 100, mostRestarts: 2 })
