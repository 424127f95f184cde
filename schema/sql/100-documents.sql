-- Documents that somebody asked for are made by n8n: the request is an event, written in its transaction, and again when it is tried again. A
-- batch has a topic and a workflow of its own: it takes minutes, and must not keep a single document waiting. The documents of a report that was
-- handed in, and the city's compilation, are made by the workflows of the month's end; their events name the request.
CREATE OR REPLACE FUNCTION documents_requested() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  again constant text := CASE TG_OP WHEN 'UPDATE' THEN ':' || gen_random_uuid() ELSE '' END;
BEGIN
  CASE NEW.kind
    WHEN 'visit_batch' THEN
      PERFORM zhudian_emit('document.batch:' || NEW.id || again, 'document.batch', NEW.id, '{}'::json);
    WHEN 'city_report' THEN
      PERFORM zhudian_emit(format('period.changed:%s:asked:%s', NEW.period, NEW.id) || again, 'period.changed', NULL,
        json_build_object('period', NEW.period, 'asked', true, 'request', NEW.id));
    WHEN 'statistics' THEN
      PERFORM zhudian_emit(format('report.submitted:%s:asked:%s', r.id, NEW.id) || again, 'report.submitted', r.id,
        json_build_object('period', r.period, 'county', r.county, 'submission', r.submission, 'request', NEW.id))
      FROM monthly_reports r WHERE r.id = NEW.monthly_report;
    ELSE
      PERFORM zhudian_emit('document.requested:' || NEW.id || again, 'document.requested', NEW.id, '{}'::json);
  END CASE;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER documents_requested AFTER INSERT ON documents FOR EACH ROW
WHEN (NEW.status = 'requested') EXECUTE FUNCTION documents_requested();
CREATE OR REPLACE TRIGGER documents_requested_again AFTER UPDATE OF status ON documents FOR EACH ROW
WHEN (NEW.status = 'requested' AND OLD.status IS DISTINCT FROM 'requested') EXECUTE FUNCTION documents_requested();

-- One version of a template is in force: who puts one in force puts the others out of it, and back with a click.
CREATE OR REPLACE FUNCTION document_templates_in_force() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('zhudian.template.' || NEW.key));
  UPDATE document_templates SET status = 'retired' WHERE key = NEW.key AND id <> NEW.id AND status = 'in_force';
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER document_templates_in_force BEFORE INSERT OR UPDATE OF status, key ON document_templates FOR EACH ROW
WHEN (NEW.status = 'in_force') EXECUTE FUNCTION document_templates_in_force();
