import { walkMongoDB } from './walk-mongodb.ts'

walkMongoDB('20261128_211109_typed_messages.mongodb')
