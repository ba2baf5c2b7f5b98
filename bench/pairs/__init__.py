"""Pairs of short invented accounts with the verdict that a careful reader gives, and how often the comparison gives the same.

    python -m bench pairs [--kind KIND] [--wrong]

One file a kind of contrast, `bench/pairs/<kind>.toml`: `kind` is a row of an incident (`counts` for every `count:*`) or `claims`.
Each `[[pair]]` holds `id`, the two texts `one` and `other`, and `expect`: a verdict of the row that both accounts share, or

    silent, none   one account says nothing of the field, or no such row is shown; they count as one verdict
    apart          the two texts tell of different incidents

`one_date` and `other_date` are dates of publication; `act` is a trigger word of the incident meant, where the texts share several;
`also` are other kinds in which a contradiction is right, too; `not_yet` says why a pair is known to be read wrongly.
"""
