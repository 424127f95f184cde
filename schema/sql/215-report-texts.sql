-- What the words of a monthly report may not say: nothing at all, other figures than the table beside them, a gap explained without the
-- enterprise's name. The messages are told by the form; the rules in the core are `saysNothing`, `figureClaims`, `figureDifferences` and
-- `unnamedEnterprises`, and tests compare both.

-- The words that were drafted the last time: what is still the same was touched by nobody, and is brought up to date when somebody asks.
CREATE TABLE IF NOT EXISTS report_drafts (report uuid PRIMARY KEY, words jsonb NOT NULL, drafts integer NOT NULL DEFAULT 1);

CREATE OR REPLACE FUNCTION monthly_reports_drafts() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM report_drafts WHERE report = OLD.id;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER monthly_reports_drafts AFTER DELETE ON monthly_reports FOR EACH ROW EXECUTE FUNCTION monthly_reports_drafts();

CREATE OR REPLACE FUNCTION zhudian_says_nothing(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT char_length(w.words) < 6 OR (SELECT count(DISTINCT sign) FROM regexp_split_to_table(w.words, '') sign) < 3
    OR char_length(regexp_replace(w.words, '没有|未发现|未收集到|未遇到|未形成|不存在|暂无|并无|尚无|均无|无|本月份?|本期|当月|目前|当前|暂时|暂|月度|本县|本区|本市|我县|我区|我市|全县|全区|全市|辖区内?|范围内|工作|进展|进度|问题|困难|难点|经验|做法|情况|方面|事项|内容|相关|有关|明显|突出|特别|特殊|重大|任何|一切|其他|其它|存在|发现|需要|需|可|上报|报告|填报|汇报|说明|总结|协调|解决|已|均|都|也|较|很|正常|良好|顺利|的|等|和|及|与|了', '', 'g')) < 4
  FROM (SELECT regexp_replace(normalize(coalesce(value, ''), NFKC), '[[:space:][:punct:]，。、；：！？…—–·（）《》〈〉“”‘’「」『』【】〔〕]', '', 'g') AS words) w
$$;

-- A name without blanks, brackets and other signs, in half width.
CREATE OR REPLACE FUNCTION zhudian_plain_name(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(lower(normalize(coalesce(value, ''), NFKC)), '[[:space:]!-/:-@[-`{-~、。·…—–《》〈〉“”‘’「」『』【】〔〕]', '', 'g')
$$;

-- The enterprises without a visit in a county's month that a text does not name. What names a longer name names no shorter one in it.
CREATE OR REPLACE FUNCTION zhudian_unnamed(which uuid, month text, words text) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
  rest text := zhudian_plain_name(words);
  named uuid[] := '{}';
  one record;
BEGIN
  FOR one IN
    WITH gaps AS (SELECT g.id, g.enterprise, g.former FROM zhudian_report_gaps(which, month) g WHERE g.kind = 'enterprise'),
    names AS (
      SELECT id, zhudian_plain_name(enterprise) AS whole FROM gaps
      UNION SELECT g.id, zhudian_plain_name(f) FROM gaps g, unnest(g.former) f
      UNION SELECT e.id, zhudian_plain_name(e.name) FROM enterprises e WHERE e.county = which AND e.id NOT IN (SELECT id FROM gaps)),
    shorter AS (SELECT id, whole, regexp_replace(whole, '(有限责任公司|股份有限公司|有限公司)$', '') AS brief FROM names)
    SELECT s.id, CASE WHEN char_length(s.brief) >= 3 AND (SELECT count(DISTINCT o.id) FROM shorter o WHERE o.brief = s.brief) = 1 THEN s.brief ELSE s.whole END AS word
    FROM shorter s ORDER BY char_length(CASE WHEN char_length(s.brief) >= 3 AND (SELECT count(DISTINCT o.id) FROM shorter o WHERE o.brief = s.brief) = 1 THEN s.brief ELSE s.whole END) DESC
  LOOP
    IF one.word <> '' AND position(one.word IN rest) > 0 THEN
      named := named || one.id;
      rest := replace(rest, one.word, '#');
    END IF;
  END LOOP;
  RETURN ARRAY(SELECT g.enterprise FROM zhudian_report_gaps(which, month) g WHERE g.kind = 'enterprise' AND g.id <> ALL (named) ORDER BY g.enterprise);
END
$$;

-- How each figure is written: see `FIGURE_PATTERNS` in the core, in the same order.
CREATE OR REPLACE FUNCTION zhudian_figure_patterns() RETURNS TABLE (place integer, figure text, major text, pattern text)
LANGUAGE sql IMMUTABLE AS $$
  VALUES
    (1, 'overdue', NULL, '(?:逾期|超期)(?:仍|尚|还)?(?:未|没有)?(?:完成)?整改(?:完成)?(?:的|隐患)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)(?:项|处|个|条)'),
    (2, NULL, NULL, '(?:未|正在|待|需|应)(?:完成|进行)?整改(?:完成|到位)?(?:的|隐患)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)(?:项|处|个|条)'),
    (3, 'not_visited', 'not_visited', '(?:未|没有)(?:开展)?驻点(?:监督)?(?:的|企业)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)家(?!次)'),
    (4, 'visited', 'visited', '驻点(?:监督)?(?:企业)?(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)家(?!次)'),
    (5, 'visits', 'visits', '(?:驻点(?:监督|工作)*|#+、)(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)次'),
    (6, 'enterprises', 'enterprises', '(?:生产企业|化工企业)(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)家(?!次)'),
    (7, 'city_person_visits', 'city_person_visits', '市级(?:驻点|监督|人员)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)人次'),
    (8, 'county_person_visits', 'county_person_visits', '县级(?:驻点|监督|人员)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)人次'),
    (9, 'city_enterprise_visits', 'city_enterprise_visits', '市级(?:驻点|派驻|企业)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)家次'),
    (10, 'county_enterprise_visits', 'county_enterprise_visits', '县级(?:驻点|派驻|企业)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)家次'),
    (11, 'responsibility_lists_checked', 'responsibility_lists_checked', '责任清单(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)人'),
    (12, 'rules_improved', 'rules_improved', '规章制度(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)(?:条|项|个)'),
    (13, 'morning_meetings_urged', 'morning_meetings_urged', '晨会(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)次'),
    (14, 'warning_educations_urged', 'warning_educations_urged', '警示教育(?:活动|培训)?(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)(?:场次|场|次)'),
    (15, 'drills_urged', 'drills_urged', '应急演练(?:活动)?(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)(?:次|场)'),
    (16, 'reward_amount_wan', 'reward_amount_wan', '有奖举报(?:奖金|奖励|资金)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+(?:[.][0-9]+)?)万元'),
    (17, 'hazardous_work_supervised', 'hazardous_work_supervised', '危险作业(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)次'),
    (18, 'hazards_rectified', 'major_hazards_rectified', '整改(?:完成|完毕|到位|销号|隐患)*(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)(?:项|处|个|条)'),
    (19, 'major_hazards_found', 'major_hazards_found', '([0-9]+)(?:项|处|个|条)重大(?:安全|生产|事故)*隐患'),
    (20, 'hazards_found', 'major_hazards_found', '(?:发现|排查|查出)(?:各类)?([0-9]+)(?:项|处|个|条)(?:各类|安全|生产|事故)*隐患'),
    (21, 'hazards_found', 'major_hazards_found', '(?:隐患|重大)(?:[共合总累]?计|共|达到?|为|数量?|总数|:|问题|了)*([0-9]+)(?:项|处|个|条)')
$$;

CREATE OR REPLACE FUNCTION zhudian_flat(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(normalize(regexp_replace(coalesce(value, ''), '([0-9]),(?=[0-9]{3}(?![0-9]))', '\1', 'g'), NFKC), E'[ \t\r\f\v“”"''‘’「」*]', '', 'g')
$$;

-- The figures of a county's month that a text states.
CREATE OR REPLACE FUNCTION zhudian_figure_claims(value text, month text, names text[]) RETURNS TABLE (figure text, number text, span text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
  sentence text;
  segment text;
  rest text;
  hit text;
  clause text;
  form record;
  pos integer;
BEGIN
  FOREACH sentence IN ARRAY regexp_split_to_array(zhudian_flat(value), E'[。;!?\n]') LOOP
    CONTINUE WHEN sentence ~ '公司|厂|集团|园区|乡镇|街道|村|上月|上个月|上一月|上季度|上年|去年|往年|同期|同比|环比|较上|比上|下月|下一步|计划|目标|每家|平均'
      OR EXISTS (SELECT FROM unnest(names) n WHERE n <> '' AND position(n IN sentence) > 0)
      OR EXISTS (SELECT FROM regexp_matches(regexp_replace(sentence, '(?:[0-9]{4}年)?[0-9]{1,2}月份?以来', ''), '([0-9]{1,2})月', 'g') m WHERE m[1]::integer <> right(month, 2)::integer);
    FOREACH segment IN ARRAY string_to_array(regexp_replace(sentence, '(?<![项处个条])(其中|重大|一般)', E'\x1f\\1', 'g'), E'\x1f') LOOP
      CONTINUE WHEN segment LIKE '一般%';
      rest := segment;
      FOR form IN SELECT p.figure, p.major, p.pattern FROM zhudian_figure_patterns() p ORDER BY p.place LOOP
        LOOP
          pos := regexp_instr(rest, form.pattern);
          EXIT WHEN pos = 0;
          hit := regexp_substr(rest, form.pattern);
          number := substring(rest FROM form.pattern);
          figure := CASE WHEN segment LIKE '重大%' THEN form.major ELSE form.figure END;
          clause := regexp_replace(left(segment, pos + char_length(hit) - 1), '^.*[,、]', '');
          span := CASE WHEN clause ~ '累计|以来' THEN 'cumulative' WHEN clause ~ '本月|当月|本期' THEN 'month' END;
          IF figure IS NOT NULL THEN RETURN NEXT; END IF;
          rest := overlay(rest PLACING repeat('#', char_length(hit)) FROM pos FOR char_length(hit));
        END LOOP;
      END LOOP;
    END LOOP;
  END LOOP;
END
$$;

-- What a narrative's figures are held against: those of annex 4 in the month and cumulative, and others of the month alone.
CREATE OR REPLACE FUNCTION zhudian_narrative_figures(which uuid, period text) RETURNS TABLE (figure text, label text, month text, cumulative text)
LANGUAGE sql STABLE AS $$
  WITH bounds AS (SELECT to_date(period, 'YYYY-MM') AS first, (to_date(period, 'YYYY-MM') + interval '1 month - 1 day')::date AS last),
  counted AS (
    SELECT f.key, max(f.value) FILTER (WHERE s.span = 'month') AS month, max(f.value) FILTER (WHERE s.span = 'cumulative') AS cumulative
    FROM zhudian_statistics(period, ARRAY[which]) s, jsonb_each_text(to_jsonb(s) - ARRAY['county', 'span']) f(key, value) WHERE s.county = which GROUP BY 1),
  covered AS (
    SELECT count(*) AS enterprises, count(*) FILTER (WHERE c.visited) AS visited FROM (
      SELECT e, EXISTS (SELECT FROM visits v WHERE v.enterprise = e.id AND v.status IN ('submitted', 'locked') AND v.visited_on BETWEEN b.first AND b.last) AS visited,
        b.last FROM enterprises e, bounds b WHERE e.county = which) c
    WHERE (zhudian_in_service(c.e, c.last) AND coalesce((c.e).date_created < zhudian_here_by(c.last), true)) OR (c.visited AND c.last < zhudian_today()))
  SELECT l.key, l.label, c.month, c.cumulative FROM counted c JOIN (VALUES ('city_person_visits', '派出驻点监督人员市级（人次）'), ('county_person_visits', '派出驻点监督人员县级（人次）'), ('city_enterprise_visits', '派驻企业单位市级（家次）'), ('county_enterprise_visits', '派驻企业单位县级（家次）'), ('responsibility_lists_checked', '核查全员责任清单（人）'), ('rules_improved', '指导完善规章制度（条）'), ('morning_meetings_urged', '督促召开“晨会”（次）'), ('warning_educations_urged', '督促开展警示教育（场次）'), ('drills_urged', '督促开展应急演练（次）'), ('reward_amount_wan', '督促落实有奖举报（万元）'), ('hazardous_work_supervised', '现场监督危险作业（次）'), ('hazards_found', '发现隐患（项）'), ('hazards_rectified', '已整改（项）'), ('major_hazards_found', '其中发现重大事故隐患（项）'), ('major_hazards_rectified', '重大事故隐患已整改（项）')) l(key, label) ON l.key = c.key
  UNION ALL
  SELECT x.key, x.label, x.n::text, NULL FROM covered c, LATERAL (VALUES ('enterprises', '企业（家）', c.enterprises), ('visited', '本月已驻点企业（家）', c.visited),
    ('not_visited', '本月未驻点企业（家）', c.enterprises - c.visited)) x(key, label, n)
  UNION ALL
  SELECT 'visits', '本月驻点（次）', count(*)::text, NULL FROM visits v, bounds b WHERE v.county = which AND v.status IN ('submitted', 'locked') AND v.visited_on BETWEEN b.first AND b.last
  UNION ALL
  SELECT 'overdue', '逾期未整改隐患（项）', count(*)::text, NULL FROM hazards h WHERE h.county = which AND h.status IN ('open', 'rectifying') AND h.deadline < zhudian_today()
$$;

-- The figures of a text that are not what is counted, as one sentence; blank when all are.
CREATE OR REPLACE FUNCTION zhudian_figure_differences(which uuid, period text, words text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
  names constant text[] := ARRAY(SELECT zhudian_flat(name) FROM enterprises WHERE county = which);
BEGIN
  -- Most texts state none: nothing is counted for them.
  IF NOT EXISTS (SELECT FROM zhudian_figure_claims(words, period, names)) THEN RETURN ''; END IF;
  RETURN (
    SELECT coalesce(string_agg(DISTINCT format('%s文字为%s，统计为%s', f.label, c.number,
      CASE WHEN f.cumulative IS NULL THEN f.month WHEN c.span IS NULL THEN format('本月%s、累计%s', f.month, f.cumulative)
        WHEN c.span = 'month' THEN '本月' || f.month ELSE '累计' || f.cumulative END), '；'), '')
    FROM zhudian_figure_claims(words, period, names) c JOIN zhudian_narrative_figures(which, period) f ON f.figure = c.figure
    WHERE NOT (coalesce(c.number::numeric = f.month::numeric, false) AND (f.cumulative IS NULL OR c.span IS DISTINCT FROM 'cumulative'))
      AND NOT (coalesce(c.number::numeric = f.cumulative::numeric, false) AND c.span IS DISTINCT FROM 'month'));
END
$$;
