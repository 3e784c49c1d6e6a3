/** What was asked of a store, in order. */
export interface Asked {
  text: string
  params: unknown[]
}

/** A store that notes every statement before it runs. */
export function recordStatements(store: D1Database): { client: D1Database; seen: Asked[] } {
  const seen: Asked[] = []
  const client = new Proxy(store, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (name !== 'prepare') return typeof value === 'function' ? value.bind(target) : value
      return (text: string) => {
        const statement = target.prepare(text)
        const bind = statement.bind.bind(statement)
        statement.bind = (...params) => {
          seen.push({ text, params })
          return bind(...params)
        }
        return statement
      }
    },
  })
  return { client, seen }
}
