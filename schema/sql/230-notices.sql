-- What happens and is told to workflows that listen (`zhudian_tell`): nothing has to come of it. The words are in core/events/topics.ts. Facts are
-- plain texts, so that a mail can be written from them alone. They are gathered only where somebody listens.

CREATE OR REPLACE FUNCTION zhudian_place_facts(enterprise uuid, county uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('enterprise', $1, 'enterprise_name', (SELECT name FROM enterprises WHERE id = $1),
    'county', $2, 'county_name', c.name, 'county_email', c.email)
  FROM (SELECT 1) one LEFT JOIN counties c ON c.id = $2
$$;

CREATE OR REPLACE FUNCTION zhudian_visit_facts(v visits) RETURNS json
LANGUAGE sql STABLE AS $$
  SELECT (zhudian_place_facts(v.enterprise, v.county) || jsonb_build_object('visit', v.id, 'visited_on', v.visited_on, 'status', v.status,
    'people', (SELECT string_agg(i.name, '、' ORDER BY i.level, i.name) FROM visit_inspectors p JOIN inspectors i ON i.id = p.inspector WHERE p.visit = v.id),
    'reason', CASE v.status WHEN 'returned' THEN v.return_reason WHEN 'void' THEN v.void_reason END,
    'by', zhudian_actor_name(coalesce(v.user_updated, v.user_created))))::json
$$;

CREATE OR REPLACE FUNCTION zhudian_hazard_facts(h hazards) RETURNS json
LANGUAGE sql STABLE AS $$
  SELECT (zhudian_place_facts(h.enterprise, h.county) || jsonb_build_object('hazard', h.id, 'visit', h.visit, 'title', h.title, 'description', h.description,
    'place', h.place, 'severity', h.severity, 'status', h.status, 'found_on', h.found_on, 'deadline', h.deadline,
    'responsible_person', h.responsible_person, 'acknowledged_by', h.acknowledged_by,
    'reason', CASE h.status WHEN 'void' THEN h.void_reason END, 'by', zhudian_actor_name(coalesce(h.user_updated, h.user_created))))::json
$$;

CREATE OR REPLACE FUNCTION zhudian_report_facts(r monthly_reports) RETURNS json
LANGUAGE sql STABLE AS $$
  SELECT json_build_object('report', r.id, 'period', r.period, 'county', r.county, 'county_name', c.name, 'county_email', c.email, 'status', r.status,
    'submission', r.submission, 'on_time', r.on_time, 'by', zhudian_actor_name(coalesce(r.user_updated, r.user_created)))
  FROM (SELECT 1) one LEFT JOIN counties c ON c.id = r.county
$$;

-- At commit: a form writes the people of a visit after the visit.
CREATE OR REPLACE FUNCTION visits_tell() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  topic constant text := 'visit.' || CASE NEW.status WHEN 'void' THEN 'voided' ELSE NEW.status END;
  now_is visits;
BEGIN
  SELECT * INTO now_is FROM visits WHERE id = NEW.id;
  IF NOT FOUND THEN RETURN NULL; END IF;
  PERFORM zhudian_tell(format('%s:%s:%s', topic, NEW.id, pg_current_xact_id()), topic, NEW.id, zhudian_visit_facts(now_is))
  WHERE zhudian_heard(topic);
  IF NEW.status = 'submitted' AND zhudian_heard('hazard.found') THEN
    PERFORM zhudian_tell('hazard.found:' || h.id, 'hazard.found', h.id, zhudian_hazard_facts(h)) FROM hazards h WHERE h.visit = NEW.id AND h.status <> 'void';
  END IF;
  RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS visits_tell_new ON visits;
CREATE CONSTRAINT TRIGGER visits_tell_new AFTER INSERT ON visits DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.status <> 'draft') EXECUTE FUNCTION visits_tell();
DROP TRIGGER IF EXISTS visits_tell ON visits;
CREATE CONSTRAINT TRIGGER visits_tell AFTER UPDATE OF status ON visits DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION visits_tell();

-- One correction makes an entry for each part that it changes, and is told once.
CREATE OR REPLACE FUNCTION visit_events_tell() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM zhudian_tell(format('visit.corrected:%s:%s', NEW.visit, pg_current_xact_id()), 'visit.corrected', NEW.visit,
    (zhudian_visit_facts(v)::jsonb || jsonb_build_object('reason', NEW.note))::json) FROM visits v WHERE v.id = NEW.visit AND zhudian_heard('visit.corrected');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visit_events_tell AFTER INSERT ON visit_events
FOR EACH ROW WHEN (NEW."from" = NEW."to" AND starts_with(NEW.note, '更正：')) EXECUTE FUNCTION visit_events_tell();

CREATE OR REPLACE FUNCTION visit_inspectors_tell() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM zhudian_tell(format('visit.contested:%s:%s', NEW.visit, floor(extract(epoch FROM NEW.contested_at) * 1000)::bigint), 'visit.contested', NEW.visit,
    (zhudian_visit_facts(v)::jsonb || jsonb_build_object('reason', NEW.contested_reason, 'by', (SELECT name FROM inspectors WHERE id = NEW.inspector)))::json)
  FROM visits v WHERE v.id = NEW.visit AND zhudian_heard('visit.contested');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visit_inspectors_tell AFTER UPDATE OF contested_at ON visit_inspectors
FOR EACH ROW WHEN (NEW.contested_at IS NOT NULL AND NEW.contested_at IS DISTINCT FROM OLD.contested_at) EXECUTE FUNCTION visit_inspectors_tell();

-- A hazard in the draft of a visit is told of when the visit is handed in (visits_tell).
CREATE OR REPLACE FUNCTION hazards_tell() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  topics text[] := '{}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF zhudian_heard('hazard.found') AND NOT zhudian_hazard_is_drafted(NEW) THEN
      PERFORM zhudian_tell('hazard.found:' || NEW.id, 'hazard.found', NEW.id, zhudian_hazard_facts(NEW));
    END IF;
    RETURN NULL;
  END IF;
  IF NEW.severity <> OLD.severity THEN topics := topics || CASE NEW.severity WHEN 'major' THEN 'hazard.raised' ELSE 'hazard.lowered' END; END IF;
  IF NEW.status <> OLD.status THEN
    topics := topics || CASE
      WHEN NEW.status = 'void' THEN 'hazard.voided'
      WHEN NEW.status IN ('rectified', 'verified') THEN 'hazard.' || NEW.status
      WHEN OLD.status IN ('rectified', 'verified') THEN 'hazard.reopened' END;
  END IF;
  IF NEW.acknowledged_at IS NOT NULL AND OLD.acknowledged_at IS NULL THEN topics := topics || 'hazard.acknowledged'::text; END IF;
  PERFORM zhudian_tell(format('%s:%s:%s', topic, NEW.id, pg_current_xact_id()), topic, NEW.id, zhudian_hazard_facts(NEW))
  FROM unnest(topics) topic WHERE zhudian_heard(topic);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER hazards_tell_new AFTER INSERT ON hazards FOR EACH ROW EXECUTE FUNCTION hazards_tell();
CREATE OR REPLACE TRIGGER hazards_tell AFTER UPDATE ON hazards FOR EACH ROW
WHEN ((NEW.severity, NEW.status, NEW.acknowledged_at) IS DISTINCT FROM (OLD.severity, OLD.status, OLD.acknowledged_at)) EXECUTE FUNCTION hazards_tell();

CREATE OR REPLACE FUNCTION monthly_reports_tell() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'draft' THEN
    PERFORM zhudian_tell('report.drafted:' || NEW.id, 'report.drafted', NEW.id, zhudian_report_facts(NEW));
  ELSIF NEW.status = 'accepted' THEN
    PERFORM zhudian_tell(format('report.accepted:%s:%s', NEW.id, NEW.submission), 'report.accepted', NEW.id, zhudian_report_facts(NEW));
  ELSIF NEW.status = 'submitted' AND zhudian_heard('period.complete') AND zhudian_all_reported(NEW.period) THEN
    PERFORM zhudian_tell(format('period.complete:%s:%s:%s', NEW.period, NEW.id, NEW.submission), 'period.complete', NEW.id, zhudian_report_facts(NEW));
  END IF;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER monthly_reports_tell_new AFTER INSERT ON monthly_reports FOR EACH ROW EXECUTE FUNCTION monthly_reports_tell();
CREATE OR REPLACE TRIGGER monthly_reports_tell AFTER UPDATE OF status ON monthly_reports FOR EACH ROW
WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION monthly_reports_tell();

CREATE OR REPLACE FUNCTION zhudian_suspicion_facts(s suspicions) RETURNS json
LANGUAGE sql STABLE AS $$
  SELECT json_build_object('suspicion', s.id, 'kind', s.kind, 'visit', s.visit, 'period', s.period, 'reason', s.reason,
    'county', s.county, 'county_name', c.name, 'county_email', c.email)
  FROM counties c WHERE c.id = s.county
$$;

CREATE OR REPLACE FUNCTION suspicions_tell() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM zhudian_tell('suspicion.raised:' || NEW.id, 'suspicion.raised', NEW.id, zhudian_suspicion_facts(NEW)) WHERE zhudian_heard('suspicion.raised');
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER suspicions_tell AFTER INSERT ON suspicions FOR EACH ROW EXECUTE FUNCTION suspicions_tell();

-- What the calendar brings: called once a minute. Looks back a week, so that nothing is left out after an outage; each is told once, an enterprise
-- without a team once a month.
CREATE OR REPLACE FUNCTION zhudian_tell_due() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_heard('hazard.overdue') THEN
    PERFORM zhudian_tell(format('hazard.overdue:%s:%s', h.id, h.deadline), 'hazard.overdue', h.id, zhudian_hazard_facts(h)) FROM hazards h
    WHERE h.status IN ('open', 'rectifying') AND h.deadline < zhudian_today() AND h.deadline >= zhudian_today() - 7
      AND NOT EXISTS (SELECT FROM outbox o WHERE o.key = format('hazard.overdue:%s:%s', h.id, h.deadline));
  END IF;
  IF zhudian_heard('enterprise.without_team') THEN
    PERFORM zhudian_tell(format('enterprise.without_team:%s:%s', e.id, to_char(zhudian_today(), 'YYYY-MM')), 'enterprise.without_team', e.id,
      zhudian_place_facts(e.id, e.county)::json) FROM enterprises e
    WHERE zhudian_in_service(e, zhudian_today()) AND zhudian_team_on(e.id, zhudian_today()) IS NULL
      AND NOT EXISTS (SELECT FROM outbox o WHERE o.key = format('enterprise.without_team:%s:%s', e.id, to_char(zhudian_today(), 'YYYY-MM')));
  END IF;
END
$$;
