import { walkMongoDB } from './walk-mongodb.ts'

walkMongoDB('20261123_081641_after_the_match.mongodb')
