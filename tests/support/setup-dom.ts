import '@testing-library/jest-dom/vitest'
import { cleanup, configure, prettyDOM } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

configure({
  // a busy machine may take its time: decision 0031
  asyncUtilTimeout: 240_000,
  // whoever waits looks twenty times a second, and to write out the page for every look that found nothing took a sixth
  // of the time of these tests: it is written when somebody reads it
  getElementError(message, container) {
    const error = new Error(message ?? '')
    error.name = 'TestingLibraryElementError'
    Object.defineProperty(error, 'message', {
      configurable: true,
      get: () => `${message ?? ''}\n\n${prettyDOM(container)}`,
    })
    return error
  },
})

// What jsdom does not have and the app or its chart library asks for: no layout, so nothing ever resizes.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

window.ResizeObserver ??= StillResizeObserver
window.scrollTo = () => {}
Element.prototype.scrollIntoView ??= () => {}
window.matchMedia ??= (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
})

// jsdom has the dialog element without its ways of opening and closing
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
  this.open = false
  this.dispatchEvent(new Event('close'))
}

afterEach(async () => {
  cleanup()
  vi.useRealTimers()
  // a query tells who looks at it a moment later: then, and not once the window of a finished file is gone
  await new Promise((told) => setTimeout(told))
  window.localStorage.clear()
  window.sessionStorage.clear()
})
