// Settings of the property tests: the same seed at every run, so that a change that is right stays right; `npm run fuzz`
// takes new seeds and many more runs.
import fc from 'fast-check';

const isFuzz = Boolean(process.env.FUZZ);
fc.configureGlobal({
  seed: isFuzz ? Number(process.env.FUZZ_SEED) || Date.now() : 20_831,
  numRuns: isFuzz ? Number(process.env.FUZZ) : 500,
});
