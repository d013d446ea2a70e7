import { describe, expect, it } from 'vitest'

import { json, page, seeOther, wantsJSON } from './respond.ts'

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

describe('an answer is JSON', () => {
  it.each<[accept: string | undefined, contentType: string | undefined, isJSON: boolean]>([
    [BROWSER, 'application/x-www-form-urlencoded', false],
    [BROWSER, 'application/json', false],
    ['application/json, text/html', undefined, false],
    ['application/json', 'application/x-www-form-urlencoded', true],
    ['application/json', undefined, true],
    ['*/*', 'application/json', true],
    ['*/*', 'application/json; charset=utf-8', true],
    ['*/*', 'application/x-www-form-urlencoded', false],
    [undefined, 'application/json', true],
    [undefined, undefined, false],
  ])('for accept %s and content type %s: %s', (accept, contentType, isJSON) => {
    const headers = new Headers()
    if (accept) headers.set('accept', accept)
    if (contentType) headers.set('content-type', contentType)
    expect(wantsJSON(headers)).toBe(isJSON)
  })
})

describe('an answer made for one person', () => {
  it.each([
    ['page', page('<p>Hello</p>')],
    ['redirect', seeOther('/sent/')],
    ['JSON', json({})],
  ])('is kept by no cache: %s', (_, response) => {
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('does not pass on the address it stands at, and is found by no search engine', () => {
    const { headers } = page('', 404, { 'retry-after': '9' })
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-robots-tag')).toBe('noindex')
    expect(headers.get('retry-after')).toBe('9')
  })

  it('has the status it is given; a redirect is followed by GET', async () => {
    expect(page('', 422).status).toBe(422)
    expect(json({}, 429).status).toBe(429)
    expect(seeOther('/sent/').status).toBe(303)
    expect(seeOther('/sent/').headers.get('location')).toBe('/sent/')
    expect(await json({ message: 'Hello' }).json()).toEqual({ message: 'Hello' })
  })
})
