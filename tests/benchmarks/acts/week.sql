-- The counting rows of a week, each with its person at the end of every merge.
SELECT s.id AS session, s.on_date, s.starts_at, t.code AS activity, coalesce(p.canonical_id, a.id) AS who,
       p.canonical_id IS NOT NULL AS person, c.sex, c.birth_mid
FROM session s
JOIN site ON site.id = s.site_id
JOIN activity_type t ON t.id = s.type_id
JOIN attendance a ON a.session_id = s.id AND a.counted
LEFT JOIN person p ON p.id = coalesce(a.person_id, a.joined_to)
LEFT JOIN person c ON c.id = p.canonical_id
WHERE s.on_date BETWEEN :first AND :last AND s.removed_at IS NULL AND s.state = 'published'
  AND (s.outcome IS NULL OR s.outcome <> 'did_not_take_place')
;
-- Their bands, by the middle of what is known.
SELECT w.*, CASE
         WHEN birth_mid IS NULL THEN 'unknown'
         WHEN date(birth_mid, '+5 years') > on_date THEN '0-4'
         WHEN date(birth_mid, '+12 years') > on_date THEN '5-11'
         WHEN date(birth_mid, '+18 years') > on_date THEN '12-17'
         WHEN date(birth_mid, '+60 years') > on_date THEN '18-59'
         ELSE '60+' END AS band
FROM (ROWS) w
;
SELECT count(DISTINCT session || who), count(DISTINCT CASE WHEN person THEN who END) FROM (ROWS)
;
SELECT activity, count(DISTINCT session), count(DISTINCT session || who), count(DISTINCT who) FROM (ROWS) GROUP BY 1
;
SELECT on_date, count(DISTINCT session), count(DISTINCT session || who), count(DISTINCT who) FROM (ROWS) GROUP BY 1
;
SELECT sex, band, count(DISTINCT session || who) FROM (BANDS) GROUP BY 1, 2
;
SELECT sex, band, count(*)
FROM (SELECT sex, band, row_number() OVER (PARTITION BY who ORDER BY starts_at, session) AS n FROM (BANDS) WHERE person)
WHERE n = 1 GROUP BY 1, 2
;
SELECT count(*) FROM (SELECT DISTINCT who FROM (ROWS) WHERE person) w
WHERE EXISTS (
  SELECT 1 FROM person p
  JOIN attendance a ON a.person_id = p.id AND a.counted
  JOIN session s ON s.id = a.session_id
  WHERE p.canonical_id = w.who AND s.on_date < :first AND s.removed_at IS NULL AND s.state = 'published'
)
;
SELECT s.state, s.outcome, s.cancel_reason, s.ends_at,
       EXISTS (SELECT 1 FROM attendance a WHERE a.session_id = s.id AND a.counted), count(*)
FROM session s
WHERE s.on_date BETWEEN :first AND :last AND s.removed_at IS NULL AND s.state <> 'draft' GROUP BY 1, 2, 3, 4, 5
;
SELECT p.canonical_id, y.site_id, min(y.in_at), max(y.out_at)
FROM stay y JOIN person p ON p.id = y.person_id
WHERE y.removed_at IS NULL AND y.in_at <= :end AND (y.out_at IS NULL OR y.out_at >= :start)
GROUP BY 1, 2
;
SELECT count(*) FROM look_alike WHERE verdict IS NULL
