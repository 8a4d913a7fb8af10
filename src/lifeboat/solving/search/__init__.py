"""The search: goals in their order, on grids of dates that are refined where solutions use gaps.

Dates decide how large a model is, and few of them matter. So the model is built on a grid of
candidate dates (`lifeboat.situation.candidate_dates`), with a *gap* between each date and the
next. An event in a gap happens somewhere within it, and every rule and every cost is read in the
way that is best for the plan. Such a model is a **relaxation**: every plan is a solution of it, at
no more than the plan's own cost. Three things follow.

- The minimum of a goal over the relaxation is a **bound**: no plan has less.
- A solution that uses no gap is a plan. The best one so far is the **incumbent**.
- A goal is **proven** once the incumbent has no more of it than the bound, while the goals before
  it have their own least values.

Where the solution behind a bound uses gaps, the grid gets more dates there (**refinement**), and
the bounds can only rise. On a grid with every date there are no gaps, so this ends; mostly it ends
long before. The method is dynamic discretisation discovery: Boland, Hewitt, Marshall and
Savelsbergh, *The continuous-time service network design problem*, Operations Research 65(5), 2017.

Goals are minimised in order of priority, several of them in one weighted sum as long as its
numbers stay small: an **objective block**. One round on one grid goes like this.

1. `prove_blocks` tries to prove that nothing is better than the incumbent in all blocks but the
   last; failing that, to bound all blocks at once; failing that, it goes block by block, a bound
   first and then, where it pays, the best plan on the dates of the grid.
2. If a block is not proven, `refinement` adds dates, and the next round begins.
3. If all are, tie-breaks decide which of the equally good plans is shown.

The files, in the order in which they build on each other: `problem` (what to solve), `objective`
(goals as blocks), `incumbent`, `relaxation` (one grid), `proof` (how far the goals are proven),
`refinement`, `state` (a search under way), `proving` (one round), `beginning` (from plans that are
known already), `any_plan` (whether there is one at all), `lexicographic` (all rounds),
`same_flights` and `improvement` (better plans where proofs are hard or time is short),
`warm_start` (what one answer leaves for the next), `days_first` (slots shorter than a day), `ties`
(another plan that is as good), `alternatives` (the best plans of other kinds).
"""
