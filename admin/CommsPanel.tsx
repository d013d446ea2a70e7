import { unpublished } from '@mentoring/forms/editions/publish'
import { count } from '@mentoring/kit/text'
import { lastPublication } from '@mentoring/publication'
import { PublishAgain } from '@mentoring/publication/client'
import { Findings, HoldNotice } from '@mentoring/publication/rsc'
import type { PayloadRequest } from 'payload'

import { FORMS } from '../collections/forms.ts'
import { BrokenLinks } from './content/BrokenLinks.tsx'
import { ContentNotices } from './content/ContentNotices.tsx'
import { ukDateTime } from '../programme/clock/dates.ts'
import { StartCard } from './StartCard.tsx'

/** The page, the resources, the forms and the state of the last publication. */
export const CommsPanel = async ({ req }: { req: PayloadRequest }) => {
  const { payload } = req
  const as = { overrideAccess: false, req } as const
  const retired = { isRetired: { equals: true } }
  const isPublished = { _status: { equals: 'published' } }
  const [home, pages, shownLinks, retiredLinks, last, forms] = await Promise.all([
    payload.find({
      ...{ ...as, collection: 'pages', where: { role: { equals: 'home' } } },
      ...{ draft: true, depth: 0, limit: 1 },
    }),
    payload.count({ ...as, collection: 'pages', where: isPublished }),
    payload.count({
      ...as,
      collection: 'resource-links',
      where: { and: [isPublished, { isRetired: { not_equals: true } }] },
    }),
    payload.count({ ...as, collection: 'resource-links', where: retired }),
    lastPublication({ payload, as: req }),
    unpublished(req, FORMS),
  ])
  const [page] = home.docs
  const { admin } = payload.config.routes
  const findings = last?.findings ?? []

  return (
    <section aria-labelledby="start-site" className="start__group">
      <h2 id="start-site">Public site</h2>
      <HoldNotice i18n={req.i18n} payload={payload} />
      <div className="start__cards">
        <StartCard
          action={{ href: `${admin}/collections/pages`, label: 'Edit the pages', isMain: true }}
          title="Pages"
        >
          <p>{count(pages.totalDocs, 'page')} on the site.</p>
          {page && (
            <p>
              <a href={`${admin}/collections/pages/${page.id}`}>The programme page</a>{' '}
              {page._status === 'published'
                ? 'has no unpublished changes.'
                : 'has changes that are not published yet.'}
            </p>
          )}
          <p>
            <a href={`${admin}/collections/site-parts`}>Menu, foot, names and sentences</a>
          </p>
        </StartCard>
        <StartCard
          action={{ href: `${admin}/collections/resource-links`, label: 'Edit the resources' }}
          title="Resource links"
        >
          <p>
            {shownLinks.totalDocs} on the site, {retiredLinks.totalDocs} retired.
          </p>
        </StartCard>
        <StartCard
          action={{ href: `${admin}/collections/sign-up-forms`, label: 'Edit the forms' }}
          title="Sign-up forms"
        >
          <p>
            {forms.changes.length === 0
              ? 'Published. There are no unpublished changes.'
              : `${count(forms.changes.length, 'change')} not published yet.`}
          </p>
          <p>This is edition {forms.number}.</p>
        </StartCard>
        <StartCard
          action={{ href: `${admin}/collections/publications`, label: 'All publications' }}
          title="Last publication"
        >
          {!last && <p>The site has not been published yet.</p>}
          {last?.status === 'live' && (
            <p>
              <strong>Live.</strong> Published {ukDateTime(last.startedAt)},{' '}
              {count(last.pages ?? 0, 'page')}.
            </p>
          )}
          {last?.status === 'failed' && (
            <>
              <p>
                <strong>Failed</strong> on {ukDateTime(last.startedAt)}. The site before it is still
                up.
              </p>
              {findings.length === 0 && <p>{last.problem}</p>}
              <Findings findings={findings} req={req} />
              <PublishAgain action="publish" label="Publish again" />
            </>
          )}
          {last?.status === 'live' && findings.length > 0 && (
            <>
              <p>
                <strong>Something was left out.</strong> Everything else is on the site.
              </p>
              <Findings findings={findings} req={req} />
            </>
          )}
          <p>
            <a href="/" rel="noreferrer" target="_blank">
              Open the public site (opens in a new tab)
            </a>
          </p>
        </StartCard>
      </div>
      <BrokenLinks req={req} />
      <ContentNotices req={req} />
    </section>
  )
}
