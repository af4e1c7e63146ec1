import type { PersistStorage } from 'zustand/middleware'

/**
 * The browser's storage for a reader's settings. Where it is switched off, full or holds something unreadable the
 * page works on as if nothing had been kept: a setting is never worth a broken page.
 */
export function safeStorage<State>(): PersistStorage<State> {
  return {
    getItem: (name) => {
      try {
        return JSON.parse(window.localStorage.getItem(name) ?? 'null')
      } catch {
        return null
      }
    },
    setItem: (name, value) => {
      attempt(() => window.localStorage.setItem(name, JSON.stringify(value)))
    },
    removeItem: (name) => {
      attempt(() => window.localStorage.removeItem(name))
    },
  }
}

/** Whether what is chosen now will still be known after the page is closed. */
export function canRemember(): boolean {
  const name = 'can-remember'
  return attempt(() => {
    window.localStorage.setItem(name, name)
    window.localStorage.removeItem(name)
  })
}

/** What was kept under a name, or undefined: it may have been written by another version, or by hand. */
export function keptValue(kept: unknown, name: string): unknown {
  return typeof kept === 'object' && kept !== null ? Reflect.get(kept, name) : undefined
}

function attempt(action: () => void): boolean {
  try {
    action()
    return true
  } catch {
    return false
  }
}
