/** Watches over a program that is ended from outside once. */
import { join } from 'node:path'
import { watchOver } from '../../../scripts/watch-over.ts'

watchOver(join(import.meta.dirname, 'struck.ts'))
