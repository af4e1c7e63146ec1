import type { Page } from '@playwright/test'
import { expect } from '../../support/browser-test.ts'
import { faultsOfListening } from './listening.ts'

/** What a screen reader is given, read from the browser's own accessibility tree. */
interface TreeNode {
  role: string
  name: string
  level: number | null
  live: string
}

const needName = new Set(
  'application button checkbox combobox dialog link listbox navigation radio region searchbox table textbox'.split(
    ' ',
  ),
)

async function readTree(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => {
      const property = (wanted: string) => properties.find((one) => one.name === wanted)?.value.value
      return {
        role: String(role?.value ?? ''),
        name: String(name?.value ?? '').trim(),
        level: Number(property('level') ?? Number.NaN) || null,
        live: String(property('live') ?? ''),
      }
    })
}

const count = (tree: readonly TreeNode[], role: string) => tree.filter((node) => node.role === role).length

/** Headings that stand more than one level below the heading before them. */
function skippedHeadings(tree: readonly TreeNode[]): string[] {
  const headings = tree.filter(({ role }) => role === 'heading')
  return headings
    .filter(({ level }, index) => (level ?? 0) > (headings[index - 1]?.level ?? 0) + 1)
    .map(({ name }) => name)
}

/** Names, landmarks, headings and live regions are in order. */
export async function expectTree(page: Page, { isBare }: { isBare?: true }) {
  const tree = await readTree(page)
  expect.soft(tree.filter(({ role, name }) => needName.has(role) && name === '')).toEqual([])
  expect
    .soft(['banner', 'main', 'contentinfo'].map((role) => count(tree, role)))
    .toEqual(isBare ? [0, 1, 0] : [1, 1, 1])
  expect.soft(tree.filter(({ role, level }) => role === 'heading' && level === 1)).toHaveLength(1)
  expect.soft(skippedHeadings(tree)).toEqual([])
  expect.soft(tree.filter(({ live }) => live === 'assertive')).toEqual([])
  expect.soft(await faultsOfListening(page), 'what is bad to listen to').toEqual([])
}
