"""Solves a problem with scipy, for comparison: `python3 reference.py <folder> <coverage|fair>`.

Reads the arrays that problem-files.ts wrote, then answers each line with the time of one solve in ms (the building of
the matrix is not counted), the total and the lowest score. A mentor with several places is as many columns. Dense
problems go to linear_sum_assignment (Crouse 2016), sparse ones to min_weight_full_bipartite_matching (LAPJVsp).
`fair` looks for the best worst score by bisection with maximum_bipartite_matching (Hopcroft and Karp 1973) first.
"""

import json
import sys
import time
from pathlib import Path

import numpy
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching, min_weight_full_bipartite_matching

DENSE_FROM = 0.25

folder, objective = sys.argv[1:3]
capacity, demand, start, mentor, score = (
    numpy.fromfile(Path(folder) / name, dtype="<i4")
    for name in ("capacity", "demand", "start", "mentor", "score")
)
mentees, mentors = len(demand), len(capacity)
dearest = int(score.max()) + 1
seats = numpy.repeat(numpy.arange(mentors), capacity)
is_dense = len(score) >= DENSE_FROM * mentees * mentors
sparse = csr_matrix((dearest - score.astype(float), mentor, start), shape=(mentees, mentors))[:, seats]
if is_dense:
    costs = sparse.toarray()
    costs[costs == 0] = dearest
    del sparse


def solve(costs):
    if is_dense:
        return linear_sum_assignment(costs)
    return min_weight_full_bipartite_matching(costs)


def is_enough(threshold):
    graph = csr_matrix(costs <= dearest - threshold)
    return (maximum_bipartite_matching(graph, perm_type="column") >= 0).sum() == mentees


def solve_fair():
    levels = numpy.unique(score)
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if is_enough(levels[middle]):
            low = middle
        else:
            high = middle - 1
    return solve(numpy.where(costs <= dearest - levels[low], costs, dearest * mentees))


for _ in sys.stdin:
    begun = time.perf_counter()
    rows, columns = solve_fair() if objective == "fair" else solve(costs if is_dense else sparse)
    ms = (time.perf_counter() - begun) * 1000
    chosen = dearest - numpy.asarray((costs if is_dense else sparse)[rows, columns]).ravel()
    print(json.dumps({"ms": ms, "total": int(chosen.sum()), "worst": int(chosen.min())}), flush=True)
