/** A statement that never ends: the one thread never comes back to hear a signal. */
process.on('SIGTERM', () => process.exit(0))
console.log('busy for ever')
for (;;);
