import { describe, expect, it } from 'vitest'
import { type Case, type Deviation, settle } from './deviations.ts'

const CASES: readonly Case[] = [
  { id: 'a', expected: '1', got: '1' },
  { id: 'b', expected: '1', got: '2' },
]
const row = (of: Deviation['of'], got: Deviation['got'] = '2'): Deviation => ({
  of,
  got,
  clause: '§',
  why: '',
})

describe('the table of deviations', () => {
  it('lets pass what the data expects and what a row names', () => {
    expect(settle(CASES, [row(['b'])])).toEqual({ ran: 2, deviating: 1, unnamed: [], stale: [] })
    expect(settle(CASES, [row(/b/, (expected) => `${Number(expected) + 1}`)]).unnamed).toEqual([])
  })

  it('fails a deviation that no row names, or that a row names otherwise', () => {
    expect(settle(CASES, []).unnamed).toEqual(['b: expected 1, got 2'])
    expect(settle(CASES, [row(['b'], '3')]).unnamed).toEqual(['b: expected 3, got 2'])
  })

  it('fails a row whose case does as the data says, and a row that holds where it is told not to', () => {
    expect(settle(CASES, [row(['b']), row(['a'], '1')]).stale).toHaveLength(1)
    expect(settle(CASES, [row(/[ab]/)]).unnamed).toEqual(['a: expected 2, got 1'])
  })

  it('fails a row without a case, and two rows for one', () => {
    expect(settle(CASES, [row(['b', 'c'])]).stale).toEqual(['c: no such case (§)'])
    expect(settle(CASES, [row(['b']), row(/x/)]).stale).toEqual(['/x/: no such case (§)'])
    expect(settle(CASES, [row(['b']), row(/b/)]).stale).toEqual(['b: named by 2 rows'])
  })
})
