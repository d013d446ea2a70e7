/**
 * Loaded into a server before everything else (`--import`): each SIGUSR2 brings about one more error
 * that nobody catches, with a record in it. Plain JavaScript: to translate a file, while the first one
 * is still being loaded, can hang for ever.
 */
const record = { name: 'Wilhelmina Quetzalcoatl', email: 'wilhelmina@example.org' }
const error = () => new Error(`Failed query: insert\nparams: ${record.name}`, { cause: record })

const ways = [
  () => {
    throw error()
  },
  () => void Promise.reject(error()),
  () => {
    throw record
  },
  () => void Promise.reject(record),
]
process.on('SIGUSR2', () => {
  const way = ways.shift()
  if (way) setImmediate(way)
})
