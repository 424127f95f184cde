-- One open request of a kind about the same thing, whoever asks in the same instant; and one document of the same content about it.
CREATE UNIQUE INDEX IF NOT EXISTS documents_open_once
  ON documents (kind, visit, hazard, monthly_report, evaluation, county, enterprise, period) NULLS NOT DISTINCT
  WHERE status = 'requested';
CREATE UNIQUE INDEX IF NOT EXISTS documents_content_once
  ON documents (kind, input_hash, visit, hazard, monthly_report, evaluation, county, enterprise, period) NULLS NOT DISTINCT
  WHERE status = 'ready' AND input_hash IS NOT NULL;
