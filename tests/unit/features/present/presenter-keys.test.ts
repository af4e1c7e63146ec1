// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { commandOf, placeAfter } from '../../../../src/features/present/presenter-keys.ts'

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

  it('leaves every key to a field and to a form, and to nothing else that has the focus', () => {
    const form = document.createElement('form')
    const inForm = form.appendChild(document.createElement('button'))
    for (const element of [document.createElement('textarea'), document.createElement('input'), inForm]) {
      expect([' ', 'b', 'PageDown', 'ArrowRight'].map((key) => commandOf(press(key), element))).toEqual(
        Array(4).fill(null),
      )
    }
    // a clicker does not know that a button was pressed before
    expect(commandOf(press(' '), document.createElement('button'))).toBe('next')
    expect(commandOf(press('PageUp'), document.createElement('a'))).toBe('previous')
    expect(commandOf(press('Enter'), document.createElement('button'))).toBeNull()
  })

  it('leaves single letters alone for whoever has switched them off', () => {
    expect(commandOf(press('b'), null, false)).toBeNull()
    expect(commandOf(press('PageDown'), null, false)).toBe('next')
    expect(commandOf(press(' '), null, false)).toBe('next')
  })
})

describe('placeAfter', () => {
  it('goes on and back, and stays at the ends', () => {
    expect(placeAfter('next', 0, 3)).toBe(1)
    expect(placeAfter('next', 2, 3)).toBe(2)
    expect(placeAfter('previous', 0, 3)).toBe(0)
    expect(placeAfter('first', 2, 3)).toBe(0)
    expect(placeAfter('last', 0, 3)).toBe(2)
  })
})
