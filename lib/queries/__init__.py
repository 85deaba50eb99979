"""One function per question a page asks: (dataset, selection) -> a small pandas DataFrame.

Every query is an Ibis expression over the wide `reports` table, so the engine under it can be
changed (lib.queries.base.ENGINE). What holds for every frame here:

- sums skip nulls, and `n` says how many reports gave a number, `of` how many were selected;
- a rate stands beside its numerator and denominator, over the same reports;
- what is undefined (no denominator, no report) is null, never zero.
"""
