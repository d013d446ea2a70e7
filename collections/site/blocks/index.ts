import { actions } from './actions.ts'
import type { PartKind } from './block.ts'
import { cards } from './cards.ts'
import { contact } from './contact.ts'
import { dosAndDonts } from './dosAndDonts.ts'
import { figures } from './figures.ts'
import { hero } from './hero.ts'
import { image } from './image.ts'
import { inset } from './inset.ts'
import { numbers } from './numbers.ts'
import { questions } from './questions.ts'
import { quote } from './quote.ts'
import { resources } from './resources.ts'
import { signUp } from './signUp.ts'
import { steps } from './steps.ts'
import { text } from './text.ts'
import { timeline } from './timeline.ts'
import { training } from './training.ts'
import { warning } from './warning.ts'
import { whatCounts } from './whatCounts.ts'

/** What pages are put together from, in the order in which editors choose. */
export const PART_KINDS: PartKind[] = [
  text,
  inset,
  warning,
  questions,
  dosAndDonts,
  hero,
  image,
  quote,
  figures,
  cards,
  steps,
  timeline,
  actions,
  contact,
  resources,
  training,
  numbers,
  signUp,
  whatCounts,
]
