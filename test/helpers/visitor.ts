import type { Answer, Installation } from './boot.ts'

/**
 * Somebody's browser: keeps cookies, and follows where a `GET` is sent on to.
 *
 * @example const visitor = openBrowser(app.rest); await visitor('GET', pathIn(mail))
 */
export const openBrowser = (rest: Installation['rest']): Installation['rest'] => {
  const cookies = new Map<string, string>()
  const once = async (...[method, path, options = {}]: Parameters<Installation['rest']>) => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await rest(method, path, {
      ...options,
      headers: { ...(cookie && { cookie }), ...options.headers },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/Max-Age=0/.test(line)) cookies.delete(name!)
      else cookies.set(name!, value!)
    }
    return answer
  }
  return async (method, path, options) => {
    let answer: Answer = await once(method, path, options)
    for (let hops = 0; method === 'GET' && answer.status === 303 && hops < 5; hops += 1) {
      answer = await once('GET', restPath(answer.headers.get('location')!), options)
    }
    return answer
  }
}

/**
 * An address of the site as `rest` takes it.
 *
 * @example restPath('/my/?visit=a') // '/my?visit=a'
 */
export const restPath = (address: string): string =>
  address.replace(/^\/api/, '').replace(/\/(?=$|\?)/, '')
