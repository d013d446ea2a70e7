import { type Config, defaultLoggerOptions } from 'payload'
import { stdSerializers } from 'pino'

/**
 * What the server logs, without personal data: a database error repeats the whole statement with
 * the values of the record it was about, so errors are cut down to what says where to look.
 */
export const logger: Config['logger'] = {
  options: { serializers: { err: (error: Error) => withoutValues(error) } },
  destination: defaultLoggerOptions,
}

/**
 * An error as it may be logged: its kind, code, place in the code, and its message up to the
 * first value.
 *
 * @example withoutValues(new Error('Failed query: insert …\nparams: Amina')).message // 'Failed query: insert …'
 */
export const withoutValues = (error: Error) => {
  const { code, message, stack, type } = stdSerializers.err(error) as ReturnType<
    typeof stdSerializers.err
  > & { code?: string }
  const [head, ...frames] = [message, ...(stack ?? '').split('\n').filter(isFrame)]
  return { type, code, message: cut(head ?? ''), stack: frames.join('\n') }
}

const isFrame = (line: string): boolean => /^\s+at /.test(line)

/** Values follow "params:" in SQL errors and "dup key:" in those of MongoDB. */
const cut = (message: string): string => message.split(/\s*(?:params:|dup key:)/)[0]!
