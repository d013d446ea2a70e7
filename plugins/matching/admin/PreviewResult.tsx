'use client'

import type { SettingsPreview } from '../operations/preview.ts'
import type { Words } from '../types.ts'
import { change, changeOf, verdict } from './preview-text.ts'
import { useSay } from './use-say.ts'

/** Changes that are listed; the others are counted. */
const LISTED = 10

type Props = { preview: SettingsPreview; words: Words }

/** What settings would do: in one sentence, by tier, and person by person. */
export const PreviewResult = ({ preview, words }: Props) => {
  const say = useSay()
  const { after, before, changed, mentees } = preview
  const listed = preview.changes.slice(0, LISTED)
  if (mentees === 0) return <p className="matching__verdict">{verdict(preview, words, say)}</p>
  const rows = [
    ...before.tiers.map(({ label, pairs }, n) => ({
      label,
      saved: pairs,
      tried: after.tiers[n]!.pairs,
    })),
    {
      label: say('previewWithout', words),
      saved: mentees - before.matched,
      tried: mentees - after.matched,
    },
  ]
  return (
    <>
      <p className="matching__verdict">{verdict(preview, words, say)}</p>
      <div className="matching__side-by-side">
        <div className="desk__table-wrap">
          <table className="desk__table">
            <caption>{say('previewCaption', { waiting: mentees, places: preview.places })}</caption>
            <thead>
              <tr>
                <th scope="col">{say('tier')}</th>
                <th scope="col">{say('previewBefore')}</th>
                <th scope="col">{say('previewAfter')}</th>
                <th scope="col">{say('previewDifference')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, saved, tried }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{saved}</td>
                  <td>{tried}</td>
                  <td className={tried === saved ? 'matching__same' : undefined}>
                    {change(tried - saved, say)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {listed.length > 0 && (
          <div>
            <h4 id="matching-preview-changes">{say('previewChanges')}</h4>
            <ul aria-labelledby="matching-preview-changes" className="matching__changes">
              {listed.map((one, n) => (
                <li key={n}>{changeOf(one, say)}</li>
              ))}
              {changed > listed.length && (
                <li className="matching__more">
                  {say('previewMore', { more: changed - listed.length })}
                </li>
              )}
            </ul>
          </div>
        )}
      </div>
    </>
  )
}
