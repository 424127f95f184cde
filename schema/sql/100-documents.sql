-- Documents that somebody asked for are made by n8n: the request is an event, written in its transaction.
CREATE OR REPLACE FUNCTION documents_requested() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM zhudian_emit('document.requested:' || NEW.id, 'document.requested', NEW.id, '{}'::json);
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER documents_requested AFTER INSERT ON documents FOR EACH ROW
WHEN (NEW.status = 'requested') EXECUTE FUNCTION documents_requested();

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
