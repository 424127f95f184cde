-- One open request of a kind about the same thing, whoever asks in the same instant; and one document of the same content about it.
CREATE UNIQUE INDEX IF NOT EXISTS documents_open_once
  ON documents (kind, visit, hazard, monthly_report, evaluation, county, enterprise, period) NULLS NOT DISTINCT
  WHERE status = 'requested';
CREATE UNIQUE INDEX IF NOT EXISTS documents_content_once
  ON documents (kind, input_hash, visit, hazard, monthly_report, evaluation, county, enterprise, period) NULLS NOT DISTINCT
  WHERE status = 'ready' AND input_hash IS NOT NULL;

-- What nobody makes cannot be asked for. A request that is tried again has to be about something still. The forms tell it first, at its field:
-- core/documents/validateDocumentRequest.ts. The last two are asked for by the system's own buttons, at the board and at a report.
CREATE OR REPLACE FUNCTION zhudian_was_major(which uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM hazards WHERE id = which AND severity = 'major')
    OR EXISTS (SELECT FROM hazard_events WHERE hazard = which AND note IN ('登记为重大事故隐患', '升级为重大事故隐患', '降为一般隐患'))
$$;

CREATE OR REPLACE FUNCTION documents_askable() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT (CASE
    WHEN NEW.kind IN ('task_list', 'work_log', 'rectification_notice') THEN NEW.visit IS NOT NULL
    WHEN NEW.kind = 'major_hazard_report' THEN NEW.hazard IS NOT NULL
    WHEN NEW.kind = 'county_report' THEN NEW.monthly_report IS NOT NULL
    WHEN NEW.kind = 'evaluation' THEN NEW.evaluation IS NOT NULL
    WHEN NEW.kind IN ('contacts', 'roster') THEN true
    WHEN NEW.kind IN ('visit_batch', 'city_report') THEN coalesce(NEW.period ~ '^\d{4}-(0[1-9]|1[0-2])$', false)
    WHEN NEW.kind = 'statistics' THEN NEW.monthly_report IS NOT NULL
    ELSE false
  END) THEN
    PERFORM zhudian_refuse('documents_askable', '这种文书不能申请，或者没有写明针对什么（驻点记录、隐患、月报、评估、月份）');
  END IF;
  IF NEW.kind = 'major_hazard_report' AND NOT zhudian_was_major(NEW.hazard) THEN
    PERFORM zhudian_refuse('documents_hazard_major', '一般隐患没有重大事故隐患报告');
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER documents_askable BEFORE INSERT OR UPDATE OF status, kind ON documents FOR EACH ROW
WHEN (NEW.status = 'requested') EXECUTE FUNCTION documents_askable();

-- What a document was made from, as a digest: asked for again while nothing has changed, it is the same document. No collection: nobody edits it.
CREATE TABLE IF NOT EXISTS document_inputs (
  document uuid PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  digest text NOT NULL
);
