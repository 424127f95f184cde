// @ts-check
/** A fault before anything is installed: what happened and what to do about it. */
export class RuntimeFault extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'RuntimeFault';
    this.remedy = remedy;
  }
}
