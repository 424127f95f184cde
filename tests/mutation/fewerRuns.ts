import fc from 'fast-check';

/** Each change of the core meets every property again: five samples each, or a round takes a day. It can only lower the score. */
fc.configureGlobal({ numRuns: 5 });
