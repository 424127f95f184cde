/** What a document has where nobody wrote anything: that is not the same as that there is nothing. */
export const UNWRITTEN = '（未填写）';
