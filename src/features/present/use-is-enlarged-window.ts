import { useSyncExternalStore } from 'react'

/**
 * As Slide.module.css has it: a window on a desk that is enlarged, by 140% and more of 1280 by 720 or by 200% of
 * 1920 by 1080. Words that fitted the screen would stay as small as they were.
 */
const enlarged = 'screen and (max-width: 960px) and (max-height: 620px) and (pointer: fine)'

export function useIsEnlargedWindow(): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(enlarged)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    () => matchMedia(enlarged).matches,
    // drawn where there is no window
    () => false,
  )
}
