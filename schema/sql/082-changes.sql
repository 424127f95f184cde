-- What a correction changed, in the words of the forms: the names of fields and choices are the panel's own, in Chinese.

-- A value as a person reads it. What points at another row is told by that row's name.
CREATE OR REPLACE FUNCTION zhudian_value_in_words(of text, field text, value jsonb) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  told text := value #>> '{}';
  target text;
  choice text;
  kind text;
BEGIN
  IF told IS NULL OR btrim(told) = '' THEN RETURN '（空）'; END IF;
  IF jsonb_typeof(value) = 'boolean' THEN RETURN CASE WHEN value::text = 'true' THEN '是' ELSE '否' END; END IF;
  SELECT one_collection INTO target FROM directus_relations WHERE many_collection = of AND many_field = field;
  IF target IS NOT NULL AND zhudian_uuid(told) IS NOT NULL THEN
    CASE target
      WHEN 'enterprises' THEN SELECT name INTO choice FROM enterprises WHERE id = told::uuid;
      WHEN 'inspectors' THEN SELECT name INTO choice FROM inspectors WHERE id = told::uuid;
      WHEN 'counties' THEN SELECT name INTO choice FROM counties WHERE id = told::uuid;
      WHEN 'contacts' THEN SELECT name INTO choice FROM contacts WHERE id = told::uuid;
      WHEN 'visits' THEN SELECT visited_on || ' 的驻点记录' INTO choice FROM visits WHERE id = told::uuid;
      WHEN 'visit_items' THEN SELECT '第' || sort || '项' INTO choice FROM visit_items WHERE id = told::uuid;
      WHEN 'teams' THEN SELECT valid_from || ' 起的驻点组' INTO choice FROM teams WHERE id = told::uuid;
      WHEN 'directus_files' THEN SELECT coalesce(filename_download, title) INTO choice FROM directus_files WHERE id = told::uuid;
      WHEN 'directus_users' THEN SELECT coalesce(nullif(concat(last_name, first_name), ''), email) INTO choice FROM directus_users WHERE id = told::uuid;
      ELSE NULL;
    END CASE;
    RETURN '“' || coalesce(choice, told) || '”';
  END IF;
  SELECT c ->> 'text' INTO choice FROM directus_fields f, json_array_elements(CASE json_typeof(f.options -> 'choices') WHEN 'array' THEN f.options -> 'choices' ELSE '[]' END) c
  WHERE f.collection = of AND f.field = zhudian_value_in_words.field AND c ->> 'value' = told;
  IF choice LIKE '$t:%' THEN
    choice := coalesce((SELECT t.value FROM directus_translations t WHERE t.key = substr(choice, 4) AND t.language = 'zh-CN'), told);
  END IF;
  SELECT data_type INTO kind FROM information_schema.columns WHERE table_schema = current_schema AND table_name = of AND column_name = field;
  IF choice IS NULL AND kind = 'timestamp with time zone' THEN
    choice := to_char(told::timestamptz AT TIME ZONE coalesce((SELECT timezone FROM settings LIMIT 1), 'Asia/Shanghai'), 'YYYY-MM-DD HH24:MI');
  END IF;
  told := coalesce(choice, told);
  RETURN '“' || CASE WHEN char_length(told) > 200 THEN left(told, 200) || '…' ELSE told END || '”';
END
$$;

CREATE OR REPLACE FUNCTION zhudian_field_label(of text, field text) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT t ->> 'translation' FROM directus_fields f,
      json_array_elements(CASE json_typeof(f.translations) WHEN 'array' THEN f.translations ELSE '[]' END) t
    WHERE f.collection = of AND f.field = zhudian_field_label.field AND t ->> 'language' = 'zh-CN' LIMIT 1), field)
$$;

-- The fields that differ, each on a line with its old and its new value; empty where none does. What the system keeps beside a row, and what a
-- history tells by itself (states and reasons), is left out.
CREATE OR REPLACE FUNCTION zhudian_changes(of text, before jsonb, after jsonb) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(E'\n' || zhudian_field_label(of, key) || '：' || zhudian_value_in_words(of, key, before -> key) || ' → ' || zhudian_value_in_words(of, key, after -> key), '' ORDER BY key), '')
  FROM jsonb_object_keys(after) key
  WHERE after -> key IS DISTINCT FROM before -> key AND key <> ALL ('{id,status,return_reason,correction_reason,void_reason,user_created,date_created,user_updated,date_updated,
    visible_to,county,client_key,submitted_at,resubmitted_at,first_submitted_at,reported_at,acknowledged_at,acknowledged_by,acknowledged_login,acknowledged_link,acknowledged_from,acknowledge_disputed_at,major_since,submission,docx,xlsx,due_at,on_time,changes,contested_at,contested_reason}')
$$;

CREATE OR REPLACE FUNCTION zhudian_correction(of text, reason text, before jsonb, after jsonb) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT '更正：' || reason || zhudian_changes(of, before, after)
$$;

-- How a history names an item, a person or a photo of a visit.
CREATE OR REPLACE FUNCTION zhudian_part_label(of text, part jsonb) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE of
    WHEN 'visit_items' THEN '清单第' || coalesce(part ->> 'sort', '') || '项'
    WHEN 'visit_inspectors' THEN '到场人员' || zhudian_value_in_words(of, 'inspector', part -> 'inspector')
    WHEN 'visits_photos' THEN '照片' || zhudian_value_in_words(of, 'file', part -> 'file') END
$$;

-- What a correction changes below its visit is told with it: items, people with their signatures, photos. Each row adds an entry of its own,
-- since it is written after the visit.
CREATE OR REPLACE FUNCTION visit_parts_history() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  old_row constant jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  new_row constant jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  which constant uuid := (coalesce(new_row, old_row) ->> 'visit')::uuid;
  told text;
BEGIN
  IF strpos(coalesce(current_setting('zhudian.correcting', true), ''), which::text) = 0 THEN RETURN NULL; END IF;
  told := zhudian_part_label(TG_TABLE_NAME, coalesce(new_row, old_row));
  IF TG_OP = 'UPDATE' THEN
    IF zhudian_changes(TG_TABLE_NAME, old_row, new_row) = '' THEN RETURN NULL; END IF;
    told := told || zhudian_changes(TG_TABLE_NAME, old_row, new_row);
  ELSE
    told := told || CASE TG_OP WHEN 'INSERT' THEN '：增加' ELSE '：删除' END;
  END IF;
  INSERT INTO visit_events (id, visit, at, actor, "from", "to", note, date_created)
  SELECT gen_random_uuid(), v.id, zhudian_moment(), v.user_updated, v.status, v.status, '更正：' || told, zhudian_moment() FROM visits v WHERE v.id = which;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER visit_parts_history AFTER INSERT OR UPDATE OR DELETE ON visit_items FOR EACH ROW EXECUTE FUNCTION visit_parts_history();
CREATE OR REPLACE TRIGGER visit_parts_history AFTER INSERT OR UPDATE OR DELETE ON visit_inspectors FOR EACH ROW EXECUTE FUNCTION visit_parts_history();
CREATE OR REPLACE TRIGGER visit_parts_history AFTER INSERT OR UPDATE OR DELETE ON visits_photos FOR EACH ROW EXECUTE FUNCTION visit_parts_history();
