import { describe, expect, it } from 'vitest'

import type { Snapshot } from '../../site/snapshot.ts'
import { linksIn } from './find-links.ts'

/** As much of a snapshot as links are looked for in. */
const snapshot = (over: object) =>
  ({
    pages: [],
    redirects: [],
    resources: [],
    signUp: {},
    ...over,
    site: { url: 'https://here.example', menu: [], footer: { links: [] }, contact: {} },
    // The rest is not read.
  }) as unknown as Snapshot

const page = (id: string, ...parts: object[]) => ({ id, title: `Page ${id}`, parts })

describe('the links to the outside', () => {
  it('are found in parts, in text and in rows, with their page', () => {
    const found = linksIn(
      snapshot({
        pages: [
          page(
            '1',
            { type: 'text', body: '<p><a href="https://a.example/?x=1&amp;y=2">A</a> B</p>' },
            { type: 'cards', cards: [{ link: { href: 'https://b.example' } }] },
          ),
        ],
      }),
    )
    const place = { collection: 'pages', id: '1', title: 'Page 1' }
    expect([...found]).toEqual([
      ['https://a.example/?x=1&y=2', [place]],
      ['https://b.example/', [place]],
    ])
  })

  it('are found in the words above the questions of a form', () => {
    const intro = '<p>Read <a href="https://a.example/first">this</a> first.</p>'
    expect([...linksIn(snapshot({ signUp: { mentee: { title: 'Sign up', intro } } }))]).toEqual([
      ['https://a.example/first', [{ collection: 'sign-up-forms', title: 'mentee' }]],
    ])
  })

  it('are each there once, with every place', () => {
    const href = 'https://a.example/guide'
    const found = linksIn(
      snapshot({
        pages: [page('1', { link: { href }, body: `<a href="${href}#two">` }), page('2', { href })],
        resources: [{ title: 'Guide', url: href }],
        redirects: [{ from: '/guide/', to: href, kind: '301' }],
      }),
    )
    expect([...found.keys()]).toEqual([href])
    expect(found.get(href)!.map(({ title }) => title)).toEqual([
      'Page 1',
      'Page 2',
      'Guide',
      '/guide/',
    ])
  })

  it('are those to other websites only', () => {
    const hrefs = ['/privacy/', 'mailto:a@example.org', 'tel:0113', 'https://here.example/x']
    const rows = hrefs.map((href) => ({ href }))
    const long = { href: `https://a.example/${'x'.repeat(3000)}` }
    expect(
      linksIn(
        snapshot({ pages: [page('1', { rows }, long, { body: 'href="https://t.example"' })] }),
      ).size,
    ).toBe(0)
  })
})
