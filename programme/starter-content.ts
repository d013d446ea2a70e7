export const md = (markdown: string) => ({ markdown })
const page = { title: 'T', body: md('Text.') }
const su = { title: 'Sign up', intro: md('Text'), consent: 'I agree.' }
export const STARTER_PROGRAMME_PAGE = { programmeName: 'P', trustName: 'T', hero: { title: 'H', lead: 'L' }, why: md('Why'), facts: [], pathways: [], offer: md('Offer\n\n- a\n- b\n\n## H\n\n[l](https://example.org)'), mentorAgreement: [{title:'a', text:'b'}], menteeAgreement: [{title:'a', text:'b'}], community: page, training: page, contact: { team: 'Central team', email: 'img-mentoring@example.org', body: md('x') } }
export const STARTER_SITE_WORDING = { mentorSignUp: su, menteeSignUp: su, resources: { title: 'R', intro: md('x') }, howWeMatch: page, privacy: page, accessibility: page }
