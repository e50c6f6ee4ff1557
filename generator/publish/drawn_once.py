"""Parts of the theme that look the same on many pages, drawn once for all of them.

The theme draws its menu, its tabs and its search box anew on every page, which takes longer than
all else that it does. On pages that the menu does not list they differ by where links start from,
and by the tab under which the page stands, and by nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Final

from jinja2 import Environment, Template
from jinja2.runtime import Context

PARTS: Final = (
    "partials/nav.html",
    "partials/tabs.html",
    "partials/search.html",
    "partials/palette.html",
    "partials/icons.html",
    "partials/top.html",
    "partials/copyright.html",
    "partials/javascripts/base.html",
    "partials/javascripts/palette.html",
    "partials/javascripts/content.html",
)
"""None of them says anything of the page that it stands on."""


def draw_once(environment: Environment, alike: Callable[[Context], Hashable | None]) -> None:
    """Draw each part once for all pages of which `alike` says the same; where None, each time."""
    for name in PARTS:
        _draw_once(environment.get_template(name), alike)


def _draw_once(template: Template, alike: Callable[[Context], Hashable | None]) -> None:
    draw = template.root_render_func
    drawn: dict[Hashable, str] = {}

    def once(context: Context) -> Iterator[str]:
        key = alike(context)
        if key is None:
            yield from draw(context)
            return
        if key not in drawn:
            drawn[key] = "".join(draw(context))
        yield drawn[key]

    template.root_render_func = once
