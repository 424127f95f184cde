/**
 * Annex 4, cumulative, as one would write it by hand over the rows: what ours is measured against. The day is a constant, as in any query
 * that is written for one day; a function would be asked for every row.
 *
 * @param today `YYYY-MM-DD`
 */
export const bareAggregate = (today: string): string => `
  SELECT v.county, sum(p.city), sum(p.county), count(*) FILTER (WHERE p.city > 0), count(*) FILTER (WHERE p.city = 0),
    sum(responsibility_lists_checked), sum(rules_improved), sum(morning_meetings_urged), sum(warning_educations_urged), sum(drills_urged),
    sum(reward_amount_wan), sum(hazardous_work_supervised)
  FROM visits v JOIN (SELECT visit, count(*) FILTER (WHERE level = 'city') AS city, count(*) FILTER (WHERE level = 'county') AS county
    FROM visit_inspectors GROUP BY visit) p ON p.visit = v.id
  WHERE v.status IN ('submitted', 'locked') AND v.visited_on BETWEEN '2023-08-01' AND '${today}' GROUP BY v.county;
  SELECT h.county, count(*), count(*) FILTER (WHERE h.rectified_on <= '${today}'), count(*) FILTER (WHERE h.severity = 'major'),
    count(*) FILTER (WHERE h.severity = 'major' AND h.rectified_on <= '${today}')
  FROM hazards h LEFT JOIN visits v ON v.id = h.visit
  WHERE (h.visit IS NULL OR v.status IN ('submitted', 'locked')) AND h.found_on BETWEEN '2023-08-01' AND '${today}' GROUP BY h.county`;
