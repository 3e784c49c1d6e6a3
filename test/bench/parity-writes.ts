import type { Dice } from './parity-dice.ts'
import type { Statement } from './parity-grammar.ts'
import type { Sent } from './parity-play.ts'

/** A change of the scratch tables; many run into a constraint. */
export function writeOf(dice: Dice): Statement {
  return dice.pick<() => Statement>([
    [14, () => insertVisitor(dice)],
    [8, () => insertCouple(dice)],
    [5, () => updateVisitor(dice)],
    [4, () => updateCouple(dice)],
    [3, () => say('DELETE FROM visitors WHERE id = ?', [dice.whole()], dice, 'id, email')],
    [
      2,
      () =>
        say(
          'DELETE FROM couples WHERE state = ? OR version > ?',
          [dice.one(['open', 'active', 'ended']), 3],
          dice,
          'id',
        ),
    ],
    [3, () => upsert(dice)],
    [
      2,
      () =>
        say(
          'INSERT INTO notes (couple, place, words) VALUES (?, ?, ?)',
          [dice.one(['c1', 'c2', 'c9']), dice.whole(), dice.value()],
          dice,
          '*',
        ),
    ],
    [
      3,
      () =>
        say(
          'INSERT INTO strict_words (word, weight, share, face) VALUES (?, ?, ?, ?)',
          [dice.value(), dice.value(), dice.value(), dice.value()],
          dice,
          'typeof(word), typeof(weight), *',
        ),
    ],
    [
      2,
      () =>
        say(
          "INSERT INTO visitors (email, rank) SELECT value ->> 'email', value ->> 'id' FROM json_each(?)",
          [dice.json()],
          dice,
          'email, rank',
        ),
    ],
    [
      2,
      () =>
        say(
          "INSERT INTO couples (id, mentor, mentee) SELECT 'm' || a.id || '-' || b.id, a.id, b.id FROM visitors AS a, visitors AS b WHERE a.id < b.id AND a.rank < ?",
          [dice.whole()],
          dice,
          'id',
        ),
    ],
    [
      2,
      () =>
        say(
          'UPDATE visitors SET rank = other.n FROM (SELECT mentor, count(*) AS n FROM couples GROUP BY mentor) AS other WHERE visitors.id = other.mentor',
          [],
          dice,
          'visitors.id, rank',
        ),
    ],
    [1, () => say('DELETE FROM strict_words', [], dice, 'word')],
    [1, () => say('INSERT INTO visitors DEFAULT VALUES', [], dice, 'id')],
  ])()
}

const COLUMNS = ['rank', 'share', 'face', 'note', 'loose'] as const

function insertVisitor(dice: Dice): Statement {
  const chosen = COLUMNS.filter(() => dice.chance(0.4))
  const columns = [...(dice.chance(0.3) ? ['id'] : []), 'email', ...chosen]
  const valuesOf = () => columns.map((column) => ofColumn(dice, column))
  const rows = dice.chance(0.2) ? 2 + dice.under(2) : 1
  const places = `(${columns.map(() => '?').join(', ')})`
  const how = dice.pick([
    [8, 'INSERT'],
    [1, 'INSERT OR IGNORE'],
    [1, 'INSERT OR REPLACE'],
    [1, 'INSERT OR FAIL'],
    [1, 'INSERT OR ABORT'],
  ])
  return say(
    `${how} INTO visitors (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => places).join(', ')}`,
    Array.from({ length: rows }, valuesOf).flat(),
    dice,
    dice.one(['*', 'id', 'id, typeof(rank) AS kind, typeof(loose) AS loose, typeof(note)', 'rank + 1 AS n']),
  )
}

function ofColumn(dice: Dice, column: string): Sent {
  if (column === 'id') return dice.whole()
  if (column === 'email') return dice.email()
  if (column === 'note') return dice.value()
  if (column === 'share')
    return dice.chance(0.8) ? dice.one([0, 1, 0.5, 1 / 3, '0.25', null, true]) : dice.measured()
  return dice.chance(0.6) ? dice.whole() : dice.measured()
}

function insertCouple(dice: Dice): Statement {
  return say(
    `INSERT ${dice.one(['', '', '', 'OR IGNORE ', 'OR REPLACE '])}INTO couples (id, mentor, mentee, state, version) VALUES (?, ?, ?, ?, ?)`,
    [
      dice.pick<Sent>([
        [8, `c${dice.under(6)}`],
        [1, dice.measured()],
      ]),
      dice.whole(),
      dice.whole(),
      dice.one(['open', 'active', 'ended']),
      dice.one([1, 1, 2, 3]),
    ],
    dice,
    dice.one(['*', 'id', 'mentor, mentee']),
  )
}

function updateVisitor(dice: Dice): Statement {
  const column = dice.one(['rank', 'share', 'note', 'loose', 'email', 'id', 'face'])
  const how = dice.pick([
    [8, 'UPDATE'],
    [1, 'UPDATE OR IGNORE'],
    [1, 'UPDATE OR REPLACE'],
    [1, 'UPDATE OR FAIL'],
  ])
  const value = dice.one(['?', '?', `coalesce(${column}, 0) + ?`])
  return say(
    `${how} visitors SET ${column} = ${value} WHERE ${dice.one(['id = ?', 'id <> ?', 'rank < ?'])}`,
    [column === 'note' ? dice.measured() : ofColumn(dice, column), dice.whole()],
    dice,
    dice.one(['id', '*', `id, typeof(${column}) AS kind`]),
  )
}

/** What the product does with a version: the row changes only where nobody was faster. */
function updateCouple(dice: Dice): Statement {
  return say(
    'UPDATE couples SET state = ?, version = version + 1 WHERE id = ? AND version = ?',
    [dice.one(['open', 'active', 'ended']), `c${dice.under(6)}`, dice.one([1, 2, 3])],
    dice,
    'id, state, version',
  )
}

function upsert(dice: Dice): Statement {
  const conflict = dice.one([
    'ON CONFLICT (email) DO UPDATE SET rank = coalesce(rank, 0) + excluded.rank',
    'ON CONFLICT (email) DO UPDATE SET rank = excluded.rank WHERE visitors.rank < excluded.rank',
    'ON CONFLICT DO NOTHING',
    'ON CONFLICT (id) DO NOTHING',
    'ON CONFLICT (id) DO UPDATE SET email = excluded.email ON CONFLICT (email) DO NOTHING',
  ])
  return say(
    `INSERT INTO visitors (id, email, rank) VALUES (?, ?, ?) ${conflict}`,
    [dice.chance(0.5) ? null : dice.whole(), dice.email(), dice.whole()],
    dice,
    'id, rank',
  )
}

function say(text: string, values: Sent[], dice: Dice, returning: string): Statement {
  const whole = dice.chance(0.3) ? `${text} RETURNING ${returning}` : text
  return values.length > 0 ? { text: whole, values } : { text: whole }
}
