-- What changed between a return and the next submission: whoever sent a visit or a report back reads it in the history.

-- What a visit or a report said when it was sent back, part by part (zhudian_parts); gone once it comes again.
CREATE TABLE IF NOT EXISTS returned_states (
  kind text NOT NULL CHECK (kind IN ('visit', 'report')),
  subject uuid NOT NULL,
  parts jsonb NOT NULL,
  PRIMARY KEY (kind, subject)
);

-- The parts of a visit or a report as they stand: the row itself, and below a visit its items, people and photos. The zone is set because moments
-- are compared as text.
CREATE OR REPLACE FUNCTION zhudian_parts(kind text, subject uuid) RETURNS TABLE ("of" text, key text, label text, value jsonb)
LANGUAGE sql STABLE SET timezone = 'Asia/Shanghai' AS $$
  SELECT 'visits', '', '', to_jsonb(v) FROM visits v WHERE kind = 'visit' AND v.id = subject
  UNION ALL
  SELECT 'visit_items', i.id::text, zhudian_part_label('visit_items', to_jsonb(i)), to_jsonb(i) FROM visit_items i WHERE kind = 'visit' AND i.visit = subject
  UNION ALL
  SELECT 'visit_inspectors', p.inspector::text, zhudian_part_label('visit_inspectors', to_jsonb(p)), to_jsonb(p) - 'sort'
  FROM visit_inspectors p WHERE kind = 'visit' AND p.visit = subject
  UNION ALL
  SELECT 'visits_photos', f.file::text, zhudian_part_label('visits_photos', to_jsonb(f)), '{}'
  FROM visits_photos f WHERE kind = 'visit' AND f.visit = subject
  UNION ALL
  SELECT 'monthly_reports', '', '', to_jsonb(r) FROM monthly_reports r WHERE kind = 'report' AND r.id = subject
$$;

-- How the parts of before differ from those of now, a line for each difference; empty where none does.
CREATE OR REPLACE FUNCTION zhudian_differences(kind text, subject uuid, parts jsonb) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(CASE WHEN label = '' THEN told ELSE E'\n' || label || told END, '' ORDER BY label), '') FROM (
    SELECT coalesce(n.label, b.label) AS label,
      CASE WHEN b.value IS NULL THEN '：增加' WHEN n.value IS NULL THEN '：删除' ELSE zhudian_changes("of", b.value, n.value) END AS told
    FROM jsonb_to_recordset(parts) AS b ("of" text, key text, label text, value jsonb) FULL JOIN zhudian_parts(kind, subject) n USING ("of", key)
  ) difference WHERE told <> ''
$$;

CREATE OR REPLACE FUNCTION zhudian_keep_returned() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO returned_states (kind, subject, parts)
  SELECT TG_ARGV[0], NEW.id, jsonb_agg(to_jsonb(p)) FROM zhudian_parts(TG_ARGV[0], NEW.id) p
  ON CONFLICT (kind, subject) DO UPDATE SET parts = EXCLUDED.parts;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visits_keep_returned AFTER UPDATE OF status ON visits
FOR EACH ROW WHEN (NEW.status = 'returned' AND OLD.status <> 'returned') EXECUTE FUNCTION zhudian_keep_returned('visit');
CREATE OR REPLACE TRIGGER monthly_reports_keep_returned AFTER UPDATE OF status ON monthly_reports
FOR EACH ROW WHEN (NEW.status = 'returned' AND OLD.status <> 'returned') EXECUTE FUNCTION zhudian_keep_returned('report');

-- Asked when the transaction ends: a form writes the parts of a visit after the visit.
CREATE OR REPLACE FUNCTION zhudian_tell_returned() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  before jsonb;
  told text;
BEGIN
  DELETE FROM returned_states WHERE kind = TG_ARGV[0] AND subject = NEW.id RETURNING parts INTO before;
  IF before IS NULL THEN RETURN NULL; END IF;
  told := zhudian_differences(TG_ARGV[0], NEW.id, before);
  told := CASE WHEN told = '' THEN '退回后未作修改' ELSE '退回后的修改：' || told END;
  EXECUTE format('INSERT INTO %I (id, %I, at, actor, "from", "to", note, date_created) VALUES (gen_random_uuid(), $1, zhudian_moment(), $2, $3, $3, $4, zhudian_moment())',
    TG_ARGV[0] || '_events', TG_ARGV[0]) USING NEW.id, NEW.user_updated, NEW.status, told;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS visits_tell_returned ON visits;
CREATE CONSTRAINT TRIGGER visits_tell_returned AFTER UPDATE OF status ON visits DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (OLD.status = 'returned' AND NEW.status = 'submitted') EXECUTE FUNCTION zhudian_tell_returned('visit');
DROP TRIGGER IF EXISTS monthly_reports_tell_returned ON monthly_reports;
CREATE CONSTRAINT TRIGGER monthly_reports_tell_returned AFTER UPDATE OF status ON monthly_reports DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (OLD.status = 'returned' AND NEW.status = 'submitted') EXECUTE FUNCTION zhudian_tell_returned('report');
