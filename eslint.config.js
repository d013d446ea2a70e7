import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

import { castSaysWhy } from './scripts/lint/cast-says-why.js'

const TYPED = ['**/*.ts', '**/*.tsx']
const TESTS = ['test/**', '**/*.test.ts', 'plugins/**/testing/**']

export default tseslint.config(
  {
    ignores: [
      '.next/',
      'data/',
      'node_modules/',
      'test/stranger/blank/',
      'migrations/',
      'next-env.d.ts',
      'payload-types.ts',
      'app/(payload)/admin/importMap.js',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: TYPED,
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { house: { rules: { 'cast-says-why': castSaysWhy } } },
    rules: {
      'house/cast-says-why': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(TSAsExpression, TSTypeAssertion) > TSNeverKeyword',
          message:
            'Nothing is of the type never, so this switches the check off. Give the type it has.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // React and Node call what returns a promise where nothing is expected; who listens says so.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A value of SQLite may have bytes for its type; no column here does.
      '@typescript-eslint/no-base-to-string': [
        'error',
        { ignoredTypeNames: ['ArrayBuffer', 'Error', 'URL'] },
      ],
      // Without await, async still turns what is thrown into a rejection, as a promise's type says.
      '@typescript-eslint/require-await': 'off',
      // `default` says that all others are alike; a switch without one names every case.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // no-unnecessary-condition stays off: Payload's types leave out that an update may match nothing
      // and answer null, and a package checks what a project without types gives it. It would take
      // such checks out.
    },
  },
  { files: ['**/*.tsx', '**/use-*.ts'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    files: TESTS,
    rules: {
      // Answers of REST are what is tested: they are looked into by name, and what a test expects of
      // them is the check. `JSONBody` in test/helpers/boot.ts has the type that `fetch` gives them.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Ids are text or numbers, and rows of a database are anything: what is put into a text here is
      // seen in the failure that it tells of.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // A method is put aside to be put back, such as that of the console.
      '@typescript-eslint/unbound-method': 'off',
      // The example of a README is run as it stands there.
      '@typescript-eslint/no-implied-eval': 'off',
    },
  },
)
