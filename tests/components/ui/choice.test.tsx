import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Choice } from '../../../src/ui/Choice.tsx'

const options = [
  ['adults', 'Adults'],
  ['carers', 'Carers'],
] as const

function choice(value: 'adults' | 'carers' | undefined, onChoose: (value: string | undefined) => void) {
  return <Choice label="Theme" all="All themes" value={value} options={options} onChoose={onChoose} />
}

describe('a choice', () => {
  it('is shown at once and told once, the later of two that come within a frame', async () => {
    const onChoose = vi.fn()
    render(choice(undefined, onChoose))
    const select = screen.getByRole('combobox', { name: 'Theme' })
    const frames: FrameRequestCallback[] = []
    vi.spyOn(window, 'requestAnimationFrame').mockImplementation((then) => frames.push(then))
    vi.spyOn(window, 'cancelAnimationFrame').mockImplementation((frame) => void delete frames[frame - 1])
    const user = userEvent.setup()
    await user.selectOptions(select, 'Adults')
    await user.selectOptions(select, 'Carers')
    expect(select).toHaveValue('carers')
    expect(onChoose).not.toHaveBeenCalled()
    for (const frame of frames) frame?.(0)
    await waitFor(() => expect(onChoose).toHaveBeenCalledWith('carers'))
    expect(onChoose).toHaveBeenCalledOnce()
    vi.restoreAllMocks()
  })

  it('follows the address when that changes by other means', () => {
    const { rerender } = render(choice('carers', () => {}))
    const select = screen.getByRole('combobox', { name: 'Theme' })
    rerender(choice('adults', () => {}))
    expect(select).toHaveValue('adults')
    rerender(choice(undefined, () => {}))
    expect(select).toHaveValue('')
  })
})
