/**
 * Runs before anything of a drawn page is painted, in a file of its own because no page of ours holds code: what the
 * reader chose is in this browser, and the service cannot know it. A page that changed its theme once it is seen would
 * flash.
 */
import { preferencesName, readPreferences } from '../../stores/preference-choices.ts'
import { keptValue, safeStorage } from '../../stores/safe-storage.ts'
import { markPreferences } from '../mark-preferences.ts'
import { keepEarlyPress } from './early-press.ts'
import { waitForType } from './wait-for-type.ts'

const kept: unknown = safeStorage<unknown>().getItem(preferencesName)
const preferences = readPreferences(keptValue(kept, 'state'))
markPreferences(preferences)
keepEarlyPress(preferences.shortcuts === 'on')
waitForType()
