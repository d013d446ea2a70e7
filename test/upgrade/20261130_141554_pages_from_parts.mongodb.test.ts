import { walkMongoDB } from './walk-mongodb.ts'

walkMongoDB('20261130_141554_pages_from_parts.mongodb')
