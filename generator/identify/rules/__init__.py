"""The rules on what points to a child: each reads one passage and yields what it sights there.

Where two sight the same words, the one that stands first in `generator.identify.sightings` speaks.
"""
