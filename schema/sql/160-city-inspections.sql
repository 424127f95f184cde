-- What a county is to reply to an inspection of the city: by when, and when it came.
SELECT zhudian_set_check('evaluations', 'evaluations_reply',
  $$(kind = 'city_inspection' OR (reply_due IS NULL AND replied_on IS NULL))
    AND (reply_due IS NULL OR reply_due >= evaluated_on) AND (replied_on IS NULL OR replied_on >= evaluated_on)$$);
