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
