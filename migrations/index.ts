import * as migration_20261122_190927_initial from './20261122_190927_initial';

export const migrations = [
  {
    up: migration_20261122_190927_initial.up,
    down: migration_20261122_190927_initial.down,
    name: '20261122_190927_initial'
  },
];
