import type { Dice } from './parity-dice.ts'
import type { Statement } from './parity-grammar.ts'

/** A statement at one of D1’s limits: just below, on it, or just above. */
export function limitText(dice: Dice): Statement {
  const off = dice.one([-1, 0, 1, 2])
  return dice.pick<() => Statement>([
    [3, () => parameters(100 + off)],
    [1, () => ({ text: `SELECT ?${100 + off} AS a`, values: Array.from({ length: 100 + off }, () => 1) })],
    [3, () => ({ text: compound(dice.one([' UNION ALL ', ' UNION ', ' EXCEPT ']), 5 + off) })],
    [2, () => ({ text: `SELECT * FROM (${compound(' UNION ALL ', 5 + off)}) AS part ORDER BY 1` })],
    [2, () => ({ text: `SELECT ${repeat('1', '+', 100 + off)} AS n` })],
    [1, () => ({ text: `SELECT id FROM visitors WHERE ${repeat('id = 1', ' OR ', 100 + off)}` })],
    [1, () => ({ text: `SELECT id FROM visitors WHERE id IN (${repeat('1', ', ', 600)})` })],
    [1, () => ({ text: `SELECT ${repeat('1 AS a', ', ', 100 + off)}` })],
    [2, () => ({ text: `SELECT 'a' ${dice.one(['LIKE', 'GLOB'])} ? AS a`, values: ['a'.repeat(50 + off)] })],
    [
      1,
      () => ({
        text: "SELECT 'a' LIKE ? AS a",
        values: [`${'é'.repeat(25)}${'x'.repeat(Math.max(0, off))}`],
      }),
    ],
    [1, () => ({ text: `VALUES ${repeat('(1)', ', ', 600)}` })],
    [1, () => padded(100_000 + off)],
    [1, () => ({ text: 'SELECT length(?) AS n', values: ['a'.repeat(120_000)] })],
    [1, () => ({ text: `SELECT coalesce(${repeat('NULL', ', ', 20)}, 1) AS a` })],
  ])()
}

function parameters(count: number): Statement {
  return {
    text: `SELECT ${repeat('?', '+', Math.min(count, 99))}${count > 99 ? repeat(', ?', '', count - 99) : ''}`,
    values: Array.from({ length: count }, () => 1),
  }
}

function compound(between: string, terms: number): string {
  return Array.from({ length: terms }, (_, at) => `SELECT ${at} AS a`).join(between)
}

/** A statement of so many bytes. */
function padded(bytes: number): Statement {
  const start = "SELECT length('"
  const end = "') AS n"
  return { text: `${start}${'a'.repeat(bytes - start.length - end.length)}${end}` }
}

function repeat(what: string, between: string, count: number): string {
  return Array.from({ length: count }, () => what).join(between)
}
