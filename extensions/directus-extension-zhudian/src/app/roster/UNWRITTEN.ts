/** The answer to a question while another text than its choices' is still to be written; it is not sent. */
export const UNWRITTEN = ' ';
