-- A file goes with everything that shows it: links to it are deleted by their keys. What was handed in, reported or filed keeps its files, whoever
-- asks, the administrator included: a photo or a signature that is gone, or another one under the same key, is a history rewritten.
CREATE OR REPLACE FUNCTION zhudian_file_is_kept(which uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM visits_photos p JOIN visits v ON v.id = p.visit WHERE p.file = which AND v.status <> 'draft')
    OR EXISTS (SELECT FROM visit_inspectors p JOIN visits v ON v.id = p.visit WHERE p.signature = which AND v.status <> 'draft')
    OR EXISTS (SELECT FROM hazards_photos_before p WHERE p.file = which AND zhudian_hazard_stands(p.hazard))
    OR EXISTS (SELECT FROM hazards_photos_after p WHERE p.file = which AND zhudian_hazard_stands(p.hazard))
    OR EXISTS (SELECT FROM evaluations_files WHERE file = which)
    OR EXISTS (SELECT FROM documents WHERE file = which AND status = 'ready')
    OR EXISTS (SELECT FROM monthly_reports WHERE (docx = which OR xlsx = which) AND status <> 'draft')
    OR EXISTS (SELECT FROM document_templates t WHERE t.file = which AND (t.status = 'in_force' OR zhudian_template_is_cited(t.id)))
$$;

CREATE OR REPLACE FUNCTION directus_files_evidence() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF zhudian_file_is_kept(OLD.id) THEN
    PERFORM zhudian_refuse('directus_files_evidence', '该文件属于已提交或已上报的记录、评估、文书或模板，不能删除或替换；评估的附件请先在评估中移除');
  END IF;
  RETURN OLD;
END
$$;
CREATE OR REPLACE TRIGGER directus_files_evidence BEFORE DELETE ON directus_files FOR EACH ROW EXECUTE FUNCTION directus_files_evidence();
