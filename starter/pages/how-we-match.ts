import { md } from '../markdown.ts'
import { EMAIL } from './contact.ts'
import type { StarterPage } from './types.ts'

/** Who decides about a match, and what counts. */
export const HOW_WE_MATCH: StarterPage = {
  role: 'howWeMatch',
  purpose: 'How we match',
  slug: 'how-we-match',
  title: 'How we match',
  summary: 'How doctors and mentors are matched, what counts, and who decides.',
  layout: [
    {
      blockType: 'text',
      body: md(`A match is one mentor and one mentee. Software compares everyone’s answers and suggests matches. **A coordinator looks at each suggestion and decides.** No match is made by a machine alone, and nobody hears of a match before a coordinator has confirmed it.

## Country, region and language come first

We try to match you with someone who has made the same journey. We look in this order:

1. someone from the same country
2. someone from the same region, such as Western Africa or Southern Asia
3. someone who speaks a language you speak, besides English
4. anyone else

A match from the same country always counts for more than one from the same region, whatever else the two people share. A shared language comes next. The regions are those of the United Nations.

You choose if your country counts. If it does, we ask which country you call home and which you qualified in. The end of this page says which of them we go by. You can answer “No preference” or “Prefer not to say” instead. Your place on the waiting list is the same either way. We then match you on your other answers.

## What else counts

When several people are equally close by country, region or language, we look at:

- the topics you want help with, and those a mentor can help with
- languages you share
- your route into the trust
- your specialty
- when you came to the UK
- your hospital site
- how you would like to meet

No single answer decides.

## When there are too few mentors

We first try to find a mentor for as many people as we can. If there are not enough places, those who have waited longest go first.

This can mean that you get a mentor from another country although there is one from yours, because otherwise somebody would be left without a mentor. If nobody suits you yet, you stay on the waiting list.

## What never happens

We never match you with:

- yourself, if you have signed up as both mentor and mentee
- someone who works in your clinical team
- someone who supervises you
- someone you asked us to keep you apart from, or asked to leave
- a woman or a man, if one of you asked for the other

For some of this we need your help. Choose your clinical team on the form, or give its name, and [tell the central team](mailto:${EMAIL}) who supervises you.

A mentor never gets more mentees than they offered to take. A mentee has one mentor at a time.

## If it does not work out

You can stop, or ask for someone else, at any time, on your page or by writing to the central team. We do not ask for a reason and nobody is blamed. If you were waiting before, you can go back on the list with the place you had.`),
    },
    { blockType: 'whatCounts' },
  ],
}
