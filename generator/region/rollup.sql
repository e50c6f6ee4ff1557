-- What the exports of several partnerships come to together: each question that more than one audit
-- asked, year by year. `given` holds the rows of all exports, with the name of its `file` in each.
--
-- Only answers to one question, on one scale, in one unit are added up. A rounded count goes in as
-- the fewest and the most that it can be. An audit whose count or base is not known, or not told, is
-- not added, and counted in `left_out`.
with recursive

-- Made-up audits are never added to real ones. Rows by kind of agency would count all answers twice.
-- An audit that stands in several files is taken from the first of them.
once as (
    select *
    from given
    where agency_kind is null
        and made_up = (select bool_and(made_up) from given)
    qualify file = min(file) over (partition by audit)
),

-- Two trees can have two names for one group: it is one where a question stands in both.
called as (
    select distinct same_as as name, audit || '/' || question as asked
    from given
    where made_up = (select bool_and(made_up) from given)
),
joined (name, other) as (
    select name, name from called
    union
    select joined.name, there.name
    from joined
    join called as here on here.name = joined.other
    join called as there on there.asked = here.asked
),
named as (select name, min(other) as same_as from joined group by name),

-- Each row with what its base can be; of rounded answers it is what they come to.
answers as (
    select
        once.* replace (named.same_as as same_as),
        if(rounded, sum(if(in_base, fewest, 0)) over row_of_figures, base) as base_fewest,
        if(rounded, sum(if(in_base, most, 0)) over row_of_figures, base) as base_most,
        -- One audit that asked the same twice would be counted twice.
        min(question) over asked_there = max(question) over asked_there
            and fewest is not null and most is not null and base is not null as is_known
    from once
    join named on named.name = once.same_as
    window
        row_of_figures as (partition by audit, question),
        asked_there as (partition by named.same_as, audit)
),

-- What more than one audit asked, as the latest calls it; and how many asked it in a year.
shared as (
    select same_as, arg_max(label, (coalesce(year, 0), audit, question)) as label
    from answers
    group by same_as
    having count(distinct audit) > 1
),
asked as (
    select same_as, scale, scale_values, unit, year, count(distinct audit) as audits
    from answers
    group by all
)

select
    answers.same_as,
    any_value(shared.label) as label,
    bool_or(reworded) as reworded,
    answers.scale,
    answers.scale_values,
    answers.unit,
    answers.year,
    answer,
    in_base,
    sum(fewest) filter (is_known) as fewest,
    sum(most) filter (is_known) as most,
    sum(base_fewest) filter (is_known) as base_fewest,
    sum(base_most) filter (is_known) as base_most,
    count(distinct partnership) filter (is_known) as partnerships,
    count(*) filter (is_known) as audits,
    any_value(asked.audits) - count(*) filter (is_known) as left_out
from answers
join shared on shared.same_as = answers.same_as
join asked
    on asked.same_as = answers.same_as
    and asked.scale = answers.scale
    and asked.scale_values = answers.scale_values
    and asked.unit = answers.unit
    and asked.year is not distinct from answers.year
where measure = 'answer'
group by
    answers.same_as, answers.scale, answers.scale_values, answers.unit, answers.year,
    answer, in_base
order by
    answers.same_as, answers.scale, answers.scale_values, answers.unit, answers.year,
    in_base desc,
    list_position(from_json(answers.scale_values, '["VARCHAR"]'), answer),
    answer;
