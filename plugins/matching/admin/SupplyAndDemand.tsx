'use client'

import type { Actions } from '@mentoring/kit/use-actions'
import { useState } from 'react'

import type { Say } from '../languages/index.ts'
import type { SupplyAndDemand as Picture } from '../operations/supply.ts'
import type { Supply } from '../workspace/other-tabs.ts'
import type { Words } from '../types.ts'
import { Reading, useRead } from './use-list.tsx'
import { useSay } from './use-say.ts'

type Props = Actions & { isAnybodyWaiting: boolean; words: Words }

/** Rows of a picture shown at first: those with the greatest need. */
const FIRST_ROWS = 12

/** Who waits and who could take them, as a picture, and where people are missing, in words. */
export const SupplyAndDemand = (props: Props) => {
  const { isAnybodyWaiting, words } = props
  const say = useSay()
  const { found, problem } = useRead<Supply>('supply', props)
  if (!found || problem) return <Reading problem={problem} />
  const { gaps, supply } = found
  return (
    <>
      <section aria-labelledby="matching-gaps" className="desk__section">
        <h2 id="matching-gaps">{say('missing', words)}</h2>
        {gaps.length === 0 ? (
          <p>{isAnybodyWaiting ? noGap(supply, say) : say('missingNobody')}</p>
        ) : (
          <ul className="matching__gaps">
            {gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        )}
      </section>
      {supply.map((picture) => (
        <PictureOf key={picture.label} picture={picture} words={words} />
      ))}
    </>
  )
}

/** Said of what is grouped alone: people without a group may still lack a place. */
const noGap = ([first]: Picture[], say: Say): string =>
  first
    ? say('missingNone', { group: first.label.toLocaleLowerCase(say.locale) })
    : say('missingNoGroups')

const PictureOf = ({ picture: { label, rows }, words }: { picture: Picture; words: Words }) => {
  const say = useSay()
  const [isAllShown, setIsAllShown] = useState(false)
  const shown = isAllShown ? rows : rows.slice(0, FIRST_ROWS)
  // By what is shown, or one large group further down would make all others dots.
  const most = Math.max(1, ...shown.map(({ places, waiting }) => Math.max(places, waiting)))
  if (rows.length === 0) return null
  return (
    <section className="desk__section">
      <table className="matching__picture">
        <caption>
          <h2>{say('by', { group: label.toLocaleLowerCase(say.locale) })}</h2>
          <span className="matching__key">
            <span className="matching__swatch matching__swatch--waiting" /> {say('keyWaiting')}{' '}
            <span className="matching__swatch matching__swatch--places" /> {say('keyPlaces')}
          </span>
        </caption>
        <thead className="desk__hidden">
          <tr>
            <th scope="col">{label}</th>
            <th scope="col">{say('supplyColumn', words)}</th>
            <th scope="col">{words.mentors}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ mentors, name, places, waiting }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <Bar kind="waiting" most={most} number={waiting} text={say('keyWaiting')} />
                <Bar kind="places" most={most} number={places} text={say('keyFree')} />
              </td>
              <td className="desk__summary">{say('mentors', { ...words, count: mentors })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button className="matching__link" onClick={() => setIsAllShown(true)} type="button">
          {say('showAll', { number: rows.length })}
        </button>
      )}
    </section>
  )
}

type BarProps = { kind: 'places' | 'waiting'; most: number; number: number; text: string }

const Bar = ({ kind, most, number, text }: BarProps) => (
  <div className="matching__bar-row">
    <span
      className={`matching__bar matching__bar--${kind}`}
      style={{ width: `${(number / most) * 75}%` }}
    />
    <span>
      {number} <span className="desk__hidden">{text}</span>
    </span>
  </div>
)
