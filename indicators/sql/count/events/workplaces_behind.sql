-- Of the workplaces with events only their number is told: what a figure counts, and its key, are those of the events.
update delta
set
    amount = 0,
    person_key = 0
