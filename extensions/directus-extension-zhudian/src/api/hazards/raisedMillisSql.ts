/** SQL for the moment a hazard became a major one, in whole milliseconds since 1970: what tells one raise of it from another in keys and links. */
export const raisedMillisSql = (hazards: string): string => `floor(extract(epoch FROM ${hazards}.major_since) * 1000)::bigint::text`;
