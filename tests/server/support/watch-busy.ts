/** Watches over a program that hears no signal, with little patience. */
import { join } from 'node:path'
import { watchOver } from '../../../scripts/watch-over.ts'

watchOver(join(import.meta.dirname, 'busy.ts'), { graceMs: 300 })
