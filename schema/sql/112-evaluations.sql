-- Evaluations of a county's quarter, and the city's inspections: what no door may write; the messages are told by the form.
SELECT zhudian_set_check('evaluations', 'evaluations_texts', $$
  char_length(coalesce(findings, '')) <= 20000 AND char_length(coalesce(practices, '')) <= 20000
  AND char_length(coalesce(problems, '')) <= 20000 AND char_length(coalesce(suggestions, '')) <= 20000
  AND zhudian_is_plain(findings) AND zhudian_is_plain(practices) AND zhudian_is_plain(problems) AND zhudian_is_plain(suggestions)$$);
SELECT zhudian_set_check('evaluations', 'evaluations_evaluated_on_after',
  $$evaluated_on >= make_date(left(quarter, 4)::int, right(quarter, 1)::int * 3 - 2, 1)$$);
