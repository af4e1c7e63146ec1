/** Says that its loop turns, then never turns it again: no signal is heard, and no processor time is used. */
import { sayAlive } from '../../../scripts/heartbeat.ts'

process.on('SIGTERM', () => process.exit(0))
console.log('started')
sayAlive(10)
setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 50)
