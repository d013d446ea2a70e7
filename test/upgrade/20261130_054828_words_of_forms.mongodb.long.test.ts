import { walkMongoDB } from './walk-mongodb.ts'

walkMongoDB('20261130_054828_words_of_forms.mongodb')
