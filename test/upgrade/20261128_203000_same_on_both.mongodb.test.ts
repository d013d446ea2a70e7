import { walkMongoDB } from './walk-mongodb.ts'

walkMongoDB('20261128_203000_same_on_both.mongodb')
