import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { environmentFaults, settingFaults } from './environmentFaults.ts';

it('.env.example names exactly the settings that are read, and says where each counts', () => {
  expect(environmentFaults(resolve(import.meta.dirname, '../..'))).toEqual([]);
});

const known = { processes: new Set(['ZHUDIAN_A', 'ZHUDIAN_B']), containers: new Set(['ZHUDIAN_A', 'ZHUDIAN_C']) };

it('takes a setting that counts for both without a mark, and one of a single way with its mark', () => {
  expect(
    settingFaults(known, '# Both.\n# ZHUDIAN_A=1\n\n# Processes only. Ports.\n# ZHUDIAN_B=2\n\n# Containers only. Name.\n# ZHUDIAN_C=3\n'),
  ).toEqual([]);
});

it('tells a setting that one way to run would ignore without a word', () => {
  expect(settingFaults(known, '# ZHUDIAN_A=1\n\n# Ports.\n# ZHUDIAN_B=2\n\n# Containers only.\n# ZHUDIAN_C=3\n')).toEqual([
    expect.stringContaining('ZHUDIAN_B have to begin with "Processes only."'),
  ]);
  expect(
    settingFaults(known, '# Containers only.\n# ZHUDIAN_A=1\n\n# Processes only.\n# ZHUDIAN_B=2\n\n# Containers only.\n# ZHUDIAN_C=3\n'),
  ).toEqual([expect.stringContaining('ZHUDIAN_A is read by processes and containers')]);
});

it('tells a setting that is read and not mentioned, and one that nothing reads', () => {
  expect(settingFaults(known, '# ZHUDIAN_A=1\n\n# Processes only.\n# ZHUDIAN_B=2\n\n# ZHUDIAN_D=4\n')).toEqual([
    expect.stringContaining('does not mention ZHUDIAN_C'),
    expect.stringContaining('mentions ZHUDIAN_D, which nothing reads'),
  ]);
});
