import type { Dice } from './parity-dice.ts'
import type { Statement } from './parity-grammar.ts'

/** A question to the store, about its rows or about how it takes values. */
export function readOf(dice: Dice): Statement {
  return dice.pick<() => Statement>([
    [
      3,
      () => ask('SELECT ?/2 AS half, typeof(?) AS kind, ? AS a', dice.measured(), dice.value(), dice.value()),
    ],
    [
      2,
      () =>
        ask(
          "SELECT 'x' || ? AS a, length(?) AS n, hex(?) AS h, quote(?) AS q",
          ...times(4, () => dice.measured()),
        ),
    ],
    [
      2,
      () =>
        ask(
          'SELECT CAST(? AS INTEGER) AS n, CAST(? AS TEXT) AS a, CAST(? AS REAL) AS r, CAST(? AS BLOB) AS b',
          ...times(4, () => dice.measured()),
        ),
    ],
    [
      2,
      () =>
        ask(
          'SELECT ? = ? AS same, ? IS ? AS is_same, ? < ? AS less, ? AND ? AS both',
          ...times(8, () => dice.measured()),
        ),
    ],
    [
      2,
      () =>
        ask(
          'SELECT ? + ? AS s, ? * ? AS p, ? % ? AS m, -? AS minus, ? | 1 AS bits',
          ...times(8, () => dice.measured()),
        ),
    ],
    [
      1,
      () =>
        ask(
          'SELECT max(?, ?) AS most, coalesce(?, ?) AS a, nullif(?, ?) AS b, iif(?, 1, 2) AS c',
          ...times(7, () => dice.measured()),
        ),
    ],
    [
      1,
      () =>
        ask(
          "SELECT upper(?) AS u, lower(?) AS l, trim(?) AS t, replace(?, 'a', 'b') AS r, substr(?, 2, 2) AS s, instr(?, 'b') AS i",
          ...times(6, () => dice.measured()),
        ),
    ],
    [
      1,
      () =>
        ask(
          'SELECT round(?, 2) AS r, abs(?) AS a, CAST(? AS INTEGER) / 2 AS half',
          ...times(3, () => dice.measured()),
        ),
    ],
    [
      1,
      () =>
        ask(
          `SELECT ${dice.one(['9007199254740993', '-9223372036854775808', '9223372036854775807', '1e999', '-0.0', "x'00ff'", '1.0', "CAST(x'ff41' AS TEXT)"])} AS a`,
        ),
    ],
    [
      1,
      () =>
        ask(
          `SELECT ${dice.one(['abs(-9223372036854775808)', '1 / 0', '1 % 0', "'a' + 1", '9223372036854775807 + 1', 'sum(9223372036854775807) FROM (VALUES (1), (2))'])} AS a`.replace(
            /(FROM .*) AS a$/,
            '$1',
          ),
        ),
    ],
    [1, () => ask('SELECT 1 AS a, 2 AS a, 3 AS "A", id AS id, email AS id FROM visitors ORDER BY id')],
    [4, () => ask('SELECT * FROM visitors ORDER BY id')],
    [
      2,
      () =>
        ask(
          `SELECT id, email FROM visitors WHERE ${dice.one(['rank', 'share', 'note', 'loose', 'email', 'id', 'face'])} = ? ORDER BY id`,
          dice.measured(),
        ),
    ],
    [
      2,
      () =>
        ask(
          `SELECT id FROM visitors WHERE loose ${dice.one(['<', '>=', '<>', 'IS', 'IS NOT'])} ? ORDER BY id`,
          dice.measured(),
        ),
    ],
    [
      1,
      () =>
        ask(
          'SELECT id, loose, typeof(loose) AS kind FROM visitors ORDER BY loose, id LIMIT ? OFFSET ?',
          dice.whole(),
          dice.whole(),
        ),
    ],
    [
      2,
      () =>
        ask(
          'SELECT id FROM visitors WHERE (rank, id) > (?, ?) ORDER BY rank, id',
          dice.whole(),
          dice.whole(),
        ),
    ],
    [
      2,
      () =>
        ask(
          'SELECT couples.*, visitors.email FROM couples JOIN visitors ON visitors.id = couples.mentor ORDER BY couples.id',
        ),
    ],
    [
      1,
      () =>
        ask(
          'SELECT visitors.id, couples.id AS couple FROM visitors LEFT JOIN couples ON couples.mentor = visitors.id ORDER BY 1, 2',
        ),
    ],
    [
      1,
      () =>
        ask(
          'SELECT state, count(*) AS n, max(version) AS latest FROM couples GROUP BY state HAVING count(*) >= ? ORDER BY state',
          dice.whole(),
        ),
    ],
    [
      1,
      () =>
        ask(
          'SELECT id, row_number() OVER (ORDER BY id DESC) AS n, sum(rank) OVER (ORDER BY id) AS s FROM visitors ORDER BY id',
        ),
    ],
    [
      1,
      () =>
        ask(
          'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < CAST(? AS INTEGER)) SELECT i, i * 0.1 AS r FROM n',
          dice.under(6),
        ),
    ],
    [3, () => ask('SELECT key, value, type, atom FROM json_each(?)', dice.json())],
    [
      2,
      () =>
        ask(
          "SELECT ? ->> 'a' AS a, ? -> 'b' AS b, json_extract(?, '$.b.c[1]') AS c",
          dice.json(),
          dice.json(),
          dice.json(),
        ),
    ],
    [
      2,
      () =>
        ask(
          'SELECT json_array_length(?) AS n, json_valid(?) AS valid, json_type(?) AS kind',
          dice.json(),
          dice.json(),
          dice.json(),
        ),
    ],
    [
      1,
      () =>
        ask(
          "SELECT json_object('a', ?, 'b', json(?)) AS o, json_array(?, ?) AS l",
          dice.measured(),
          dice.json(),
          dice.measured(),
          dice.measured(),
        ),
    ],
    [
      1,
      () =>
        ask(
          "SELECT json_set(?, '$.z', ?) AS a, json_patch(?, ?) AS b",
          dice.json(),
          dice.measured(),
          dice.json(),
          dice.json(),
        ),
    ],
    [
      2,
      () =>
        ask(
          "SELECT json_group_array(json_object('id', id, 'rank', rank, 'loose', share)) AS a FROM (SELECT * FROM visitors ORDER BY id)",
        ),
    ],
    [
      1,
      () =>
        ask(
          "SELECT group_concat(email, ', ') AS a, total(share) AS t, avg(rank) AS n, min(loose) AS least FROM (SELECT * FROM visitors ORDER BY id)",
        ),
    ],
    [
      2,
      () =>
        ask('SELECT id FROM visitors WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id', dice.json()),
    ],
    [
      2,
      () =>
        ask(`SELECT ? ${dice.one(['LIKE', 'GLOB', 'NOT LIKE'])} ? AS a`, dice.measured(), dice.measured()),
    ],
    [
      1,
      () =>
        ask(
          "SELECT email FROM visitors WHERE email LIKE ? ESCAPE '!' ORDER BY id",
          dice.one(['%a%', 'B%', '_d%', '!%', '%@%', 'É%']),
        ),
    ],
    [
      1,
      () =>
        ask(
          "SELECT ? = 'A' COLLATE NOCASE AS n, 'é' = ? COLLATE NOCASE AS a",
          dice.measured(),
          dice.measured(),
        ),
    ],
    [
      1,
      () =>
        ask(
          "SELECT strftime('%Y-%m-%d', ? / 1000, 'unixepoch') AS a, date('2026-03-29', ? || ' days') AS b, unixepoch(?) AS c",
          dice.one([0, 1_795_000_000_000, 'a']),
          dice.one([1, '1', -1]),
          dice.one(['2026-11-20', 'x']),
        ),
    ],
    [1, () => ask('SELECT * FROM strict_words ORDER BY word, weight, share')],
    [1, () => ask('SELECT * FROM notes ORDER BY couple, place')],
    [
      1,
      () =>
        ask(
          "SELECT printf('%d %s %.2f', ?, ?, ?) AS a, format('%5s|', ?) AS b",
          ...times(4, () => dice.measured()),
        ),
    ],
    [1, () => ask('VALUES (?, ?), (1, 2)', dice.value(), dice.value())],
    [
      1,
      () =>
        ask(
          'SELECT EXISTS (SELECT 1 FROM couples WHERE mentor = ?) AS a, (SELECT email FROM visitors WHERE id = ?) AS b',
          dice.whole(),
          dice.whole(),
        ),
    ],
    [
      1,
      () =>
        ask(
          'SELECT id FROM visitors WHERE rank > ? INTERSECT SELECT mentor FROM couples EXCEPT SELECT mentee FROM couples ORDER BY 1',
          dice.whole(),
        ),
    ],
  ])()
}

function ask(text: string, ...values: NonNullable<Statement['values']>): Statement {
  return values.length > 0 ? { text, values } : { text }
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make)
}
