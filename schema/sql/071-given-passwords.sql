-- A password that its owner did not choose opens only the door where they choose one (access/refuseGiven.ts). The mark is the other way round: the
-- moment its owner chose it. Whatever writes a password without saying that is somebody else.

-- Before the trigger is there for the first time: what the log of changes tells of the logins of before. The owner's last change counts, and that
-- by the link of a mail, which the log keeps without a person.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_trigger WHERE tgname = 'users_given_password') THEN RETURN; END IF;
  UPDATE directus_users u SET password_chosen_at = last.timestamp
  FROM (SELECT DISTINCT ON (a.item) a.item, a."user", a.action, a.timestamp FROM directus_activity a JOIN directus_revisions r ON r.activity = a.id
    WHERE a.collection = 'directus_users' AND a.action IN ('create', 'update') AND r.delta::jsonb ? 'password' ORDER BY a.item, a.id DESC) last
  WHERE last.item = u.id::text AND last.action = 'update' AND (last."user" IS NULL OR last."user" = u.id) AND u.password_chosen_at IS NULL;
END
$$;

CREATE OR REPLACE FUNCTION users_given_password() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.password IS DISTINCT FROM OLD.password AND NEW.password_chosen_at IS NOT DISTINCT FROM OLD.password_chosen_at THEN
    NEW.password_chosen_at := NULL;
  END IF;
  RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER users_given_password BEFORE UPDATE OF password ON directus_users FOR EACH ROW EXECUTE FUNCTION users_given_password();
