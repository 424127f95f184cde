-- What was handed in more than once before both moments were kept: the histories have them.
SELECT set_config('zhudian.suppress_events', 'on', true);
UPDATE visits v SET resubmitted_at = e.at
FROM (SELECT visit, max(at) AS at FROM visit_events WHERE "from" = 'returned' AND "to" = 'submitted' GROUP BY visit) e
WHERE e.visit = v.id AND v.resubmitted_at IS NULL AND v.status <> 'void';
UPDATE monthly_reports r SET first_submitted_at = coalesce(
  (SELECT min(at) FROM report_events e WHERE e.report = r.id AND e."to" = 'submitted' AND e."from" IS DISTINCT FROM 'submitted'), r.submitted_at)
WHERE r.submission > 0 AND r.first_submitted_at IS NULL;
SELECT set_config('zhudian.suppress_events', '', true);
