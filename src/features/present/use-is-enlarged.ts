import { useSyncExternalStore } from 'react'
import { isEnlarged } from './use-swipe.ts'

export function useIsEnlarged(): boolean {
  return useSyncExternalStore((onChange) => {
    const viewport = window.visualViewport
    viewport?.addEventListener('resize', onChange)
    return () => viewport?.removeEventListener('resize', onChange)
  }, isEnlarged)
}
