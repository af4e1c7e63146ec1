/**
 * Makes what many tests read and none changes, for `npm test`: side by side, and beside what reads the sources. Tests
 * that are run by hand make it themselves where it is not there.
 */
import makeDemonstrationImage from './demonstration-image.ts'
import makePublishedDemonstration from './published-demonstration.ts'

await Promise.all([makeDemonstrationImage(), makePublishedDemonstration()])
