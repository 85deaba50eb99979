"""A query's frame -> a plotly Figure, and nothing else: no reading, no sums, no page.

Every function takes the frame, `lang` ("zh" or "en") and `theme` ("light" or "dark"). What holds
for every figure here:

- colours are explicit and come from lib.charts.style; no colour is left to a default template;
- what is missing is a gap, never a zero, and a line does not bridge it;
- a series ends where the form changed what it counts, with a dashed line saying so;
- hovering over a number shows how many of the selected reports it rests on.
"""
