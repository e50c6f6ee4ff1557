"""Measures how fast the program is and how its costs grow, as ratios within one run.

Machines are noisy and differ, so no time means anything here beside the other of its pair: both
are taken in turns, in several rounds, and the median of each counts. `make bench` runs all of it;
a module of this package is a kind of lines, and `make bench ONLY=checking,memory` runs those.
"""
