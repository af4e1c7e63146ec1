import { beforeEach, describe, expect, it, vi } from 'vitest'

/** The stores as a page that has just been opened has them: what the browser keeps is read anew. */
async function openPage() {
  vi.resetModules()
  const { usePreferences } = await import('../../../src/stores/preferences.ts')
  const { useChartLayers } = await import('../../../src/stores/chart-layers.ts')
  const { canRemember } = await import('../../../src/stores/safe-storage.ts')
  return { usePreferences, useChartLayers, canRemember }
}

beforeEach(() => localStorage.clear())

describe('a reader’s settings', () => {
  it('are remembered from one visit to the next, apart from the address', async () => {
    const before = location.href
    const first = await openPage()
    first.usePreferences.getState().choose({ textSize: '150', contrast: 'more' })
    first.useChartLayers.getState().toggle('target')
    const second = await openPage()
    expect(second.usePreferences.getState()).toMatchObject({
      textSize: '150',
      contrast: 'more',
      theme: 'system',
    })
    expect(second.useChartLayers.getState().layers).not.toContain('target')
    expect(location.href).toBe(before)
  })

  it('go back to what they were at first', async () => {
    const { usePreferences } = await openPage()
    usePreferences.getState().choose({ theme: 'dark', shortcuts: 'off' })
    usePreferences.getState().chooseDefaults()
    expect(usePreferences.getState()).toMatchObject({ theme: 'system', shortcuts: 'on' })
  })
})

describe('what is kept in the browser and cannot be read', () => {
  it.each([
    ['is not JSON', '{"state":'],
    ['has another shape', '{"state":7,"version":0}'],
    ['is nothing', 'null'],
    [
      'names choices that there are not',
      '{"state":{"theme":"purple","textSize":900,"layers":"all"},"version":0}',
    ],
  ])('leaves the settings at first where it %s', async (_, kept) => {
    localStorage.setItem('preferences', kept)
    localStorage.setItem('chart-layers', kept)
    const { usePreferences, useChartLayers } = await openPage()
    expect(usePreferences.getState()).toMatchObject({ theme: 'system', textSize: '100' })
    expect(useChartLayers.getState().layers).toContain('target')
  })

  it('keeps each setting that can be read', async () => {
    localStorage.setItem('preferences', '{"state":{"theme":"dark","motion":3},"version":0}')
    localStorage.setItem('chart-layers', '{"state":{"layers":["plan","wibble"]},"version":0}')
    const { usePreferences, useChartLayers } = await openPage()
    expect(usePreferences.getState()).toMatchObject({ theme: 'dark', motion: 'system' })
    expect(useChartLayers.getState().layers).toEqual(['plan'])
  })
})

describe('a browser that keeps nothing', () => {
  it('takes choices for as long as the page is open, and owns up', async () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)
    const { usePreferences, canRemember } = await openPage()
    usePreferences.getState().choose({ textSize: '125' })
    expect(usePreferences.getState().textSize).toBe('125')
    expect(canRemember()).toBe(false)
  })
})
