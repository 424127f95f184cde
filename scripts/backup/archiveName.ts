/** `zhudian-20261125T064000Z.tar.gz`, with `.sealed` at the end when it is: in the order of names is in the order of time. */
export function archiveName(at: Date, sealed: boolean): string {
  const stamp = at.toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  return `zhudian-${stamp}.tar.gz${sealed ? '.sealed' : ''}`;
}
