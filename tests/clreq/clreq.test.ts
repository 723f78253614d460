// Every clause in both directions, each assertion with its negative control, and the document that is made of them.
// One clause alone: npx vitest run tests/clreq -t '6.3.2.2'. After a change that is meant, -u writes docs/clreq.md anew:
// read the difference.

import { describe, expect, it } from 'vitest'
import { probesIn } from './clause.ts'
import { documentOf, Evidences } from './document.ts'
import { PROOFS } from './proofs.ts'

const evidences = new Evidences()

describe.each(PROOFS.map((proof) => [proof.clause.id, proof.clause.english, proof] as const))(
  '%s %s',
  (id, _, proof) => {
    const cases = proof.clause.directions.flatMap((direction) =>
      probesIn(proof, direction).map((probe) => [direction, probe.name, probe] as const),
    )
    it.each(cases)('%s: %s', async (direction, name, probe) => {
      const evidence = await probe.prove(direction)
      evidences.add(id, direction, name, evidence)
      expect(evidence).toMatchObject({ holds: true, isControlled: true })
    })
  },
)

it('docs/clreq.md says what was measured', async () => {
  await expect(documentOf(PROOFS, evidences)).toMatchFileSnapshot('../../docs/clreq.md')
})
