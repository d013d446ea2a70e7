import { type Config, defaultLoggerOptions } from 'payload'
import type { LoggerOptions } from 'pino'
import { stdSerializers } from 'pino'

/**
 * What the server logs, without personal data: an error of a database repeats the values of the record
 * it was about, in its message, its cause, or both. So every part of every line goes through here.
 */
const options: LoggerOptions = {
  serializers: { err: (error: unknown) => (error instanceof Error ? withoutValues(error) : error) },
  hooks: {
    logMethod(args, method) {
      method.apply(this, args.map((part) => cleanForLog(part)) as typeof args)
    },
  },
}

export const logger = { options, destination: defaultLoggerOptions } satisfies Config['logger']

/** How deep a thing is looked into before it is left out. */
const DEEPEST = 6

/** An error as it may be logged. */
type LoggedError = {
  type: string
  code?: number | string
  message: string
  stack: string
  cause?: LoggedError
}

/**
 * An error as it may be logged: its kind, code, place in the code, its message without values, and
 * what caused it.
 *
 * @example withoutValues(new Error('Failed query: insert …\nparams: Amina')).message // 'Failed query: insert …'
 */
export const withoutValues = (error: Error, depth = 0): LoggedError => {
  const { stack, type } = stdSerializers.err(error)
  const { cause, code } = error as { cause?: unknown; code?: unknown }
  const frames = (error.stack ?? stack ?? '').split('\n').filter(isFrame)
  return {
    type,
    // A code is one word; anything else may be a text of somebody's.
    code:
      typeof code === 'number' || /^\w{1,60}$/.test(String(code)) ? (code as string) : undefined,
    message: cut(error.message),
    stack: frames.join('\n'),
    ...(cause instanceof Error && depth < DEEPEST && { cause: withoutValues(cause, depth + 1) }),
  }
}

/** Any part of a log line, without values. */
export const cleanForLog = (part: unknown, depth = 0): unknown => {
  if (part instanceof Error) return withoutValues(part)
  if (typeof part === 'string') return cut(part)
  if (typeof part !== 'object' || part === null || part instanceof Date) return part
  if (depth > DEEPEST) return '…'
  if (Array.isArray(part)) return part.map((one) => cleanForLog(one, depth + 1))
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [
      cut(name),
      cleanForLog(/^err(or)?$/.test(name) ? orKind(value) : value, depth + 1),
    ]),
  )
}

/** What was thrown and is no error may be a record: nothing is said of it but its kind. */
const orKind = (thrown: unknown): unknown =>
  typeof thrown === 'object' && thrown !== null && !(thrown instanceof Error)
    ? `[${Object.prototype.toString.call(thrown).slice(8, -1)}]`
    : thrown

/** Makes what Next and other packages write to the console go the same way. */
export const guardConsole = (): void => {
  for (const name of ['error', 'warn'] as const) {
    const write = console[name].bind(console)
    console[name] = (...parts: unknown[]) =>
      write(...parts.map((part) => cleanForLog(orKind(part))))
  }
}

const isFrame = (line: string): boolean => /^\s+at /.test(line)

/** Values follow "params:" in SQL errors, "dup key:" in those of MongoDB, and paths in Payload's. */
const VALUES_FOLLOW = /\s*(?:params:|dup key:|keyValue:|path at |cannot be queried:)/

/** Elsewhere they stand between quotation marks; an address or a phone number is one without them. */
const VALUES = [
  /"(?:[^"\\]|\\.)*"/g,
  /'(?:[^'\\\n]|\\.)*'(?!\w)/g,
  /“[^”]*”/g,
  /`[^`]*`/g,
  /[^\s<>"'()[\]{}=,;:]+@[^\s<>"'()[\]{}=,;]+/g,
  /[^\s<>"'()[\]{}=,;:]+%40[^\s<>"'()[\]{},;]+/gi,
  /\+?\d[\d\s().-]{7,}\d/g,
]

/** Our own ids and times say where to look and nothing about anybody, though their digits can look like a phone number. */
const SAYS_WHERE =
  /(?<![\w-])(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{24}|\d{4}-\d\d-\d\dT[\d:.]+Z)(?![\w@%-])/

const VALUE_OR_WHERE = VALUES.map(
  (value) => new RegExp(`(?<where>${SAYS_WHERE.source})|${value.source}`, 'gi'),
)

const cut = (message: string): string =>
  VALUE_OR_WHERE.reduce(
    (text, value) =>
      // What matched as one of ours is given to a replacer last, by its name.
      text.replace(value, (...found) => (found.at(-1) as { where?: string }).where ?? '…'),
    message.split(VALUES_FOLLOW)[0]!,
  )
