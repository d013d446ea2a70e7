import { describe, expect, it } from 'vitest'

import { isDynamic, isPersonalPage } from './addresses.ts'

describe('an address', () => {
  it.each([
    '/my',
    '/my/data/',
    '/sign-up/confirm/',
    '/sign-up/continue/',
    '/sign-up/mentor/start',
    '/sign-up/mentee/about-you/',
    '/sign-up/mentee/check/',
    '/sign-up/mentee/all-about-you/',
  ])('%s is made for one person', (path) => {
    expect([isPersonalPage(path), isDynamic(path)]).toEqual([true, true])
  })

  it.each([
    '/admin',
    '/admin/login',
    '/api/sign-up/mentor',
    '/_next/static/x.js',
    '/preview/pages/x',
  ])('%s is answered by Next', (path) => {
    expect([isPersonalPage(path), isDynamic(path)]).toEqual([false, true])
  })

  it.each([
    '/',
    '/sign-up/',
    '/sign-up/mentor',
    '/sign-up/mentor/',
    '/sign-up/mentor/all/',
    '/sign-up/mentee/all',
    '/sign-up/mentee/check-your-email/',
    '/sign-up/admin/start',
    '/mystery/',
    '/administrators/',
  ])('%s is a file of the site, or nothing', (path) => {
    expect([isPersonalPage(path), isDynamic(path)]).toEqual([false, false])
  })
})
