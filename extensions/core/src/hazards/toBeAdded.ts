/** What stands in a form or a mail where something of a hazard is not recorded yet and still has to come. */
export const TO_BE_ADDED = '待补充';
