// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { commandOf } from '../../../../src/features/present/presenter-keys.ts'

const press = (key: string, parts = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...parts })

describe('commandOf', () => {
  it('understands keyboards and clickers', () => {
    expect(['ArrowRight', 'PageDown', ' '].map((key) => commandOf(press(key), null))).toEqual([
      'next',
      'next',
      'next',
    ])
    expect(['PageUp', 'Home', 'End', '.', 'B'].map((key) => commandOf(press(key), null))).toEqual([
      'previous',
      'first',
      'last',
      'blank',
      'blank',
    ])
  })

  it('leaves the browser its own keys', () => {
    expect(commandOf(press('f', { ctrlKey: true }), null)).toBeNull()
    expect(commandOf(press('Tab'), null)).toBeNull()
  })

  it('leaves letters to a field, and the space bar to a button', () => {
    expect(commandOf(press('b'), document.createElement('textarea'))).toBeNull()
    expect(commandOf(press(' '), document.createElement('button'))).toBeNull()
    expect(commandOf(press('ArrowRight'), document.createElement('button'))).toBe('next')
  })

  it('leaves single letters alone for whoever has switched them off', () => {
    expect(commandOf(press('b'), null, false)).toBeNull()
    expect(commandOf(press('PageDown'), null, false)).toBe('next')
    expect(commandOf(press(' '), null, false)).toBe('next')
  })
})
