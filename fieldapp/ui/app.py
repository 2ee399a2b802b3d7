"""The root: router, theme and contexts, nothing else."""

from collections.abc import Awaitable, Callable

import flet as ft

from fieldapp.services.workspace import Workspace
from fieldapp.ui import theme
from fieldapp.ui.contexts import (
    Surroundings,
    Viewport,
    surroundings_context,
    viewport_context,
)
from fieldapp.ui.documents import DocumentShelf
from fieldapp.ui.screens.about import AboutScreen
from fieldapp.ui.screens.answers.screen import (
    AnswersScreen,
    EntryScreen,
    SectionScreen,
)
from fieldapp.ui.screens.checklists import ChecklistsScreen
from fieldapp.ui.screens.conclusion import ConclusionScreen
from fieldapp.ui.screens.findings.screen import FindingsScreen
from fieldapp.ui.screens.header.screen import HeaderScreen
from fieldapp.ui.screens.home import HomeScreen
from fieldapp.ui.screens.lost import LostScreen, opened_only
from fieldapp.ui.screens.notice.screen import NoticeScreen
from fieldapp.ui.screens.start.screen import NewInspectionScreen
from fieldapp.ui.screens.versions import VersionsScreen
from fieldapp.ui.state.inspection import InspectionShelf
from fieldapp.ui.state.services import Services
from fieldapp.ui.state.workspace_services import WorkspaceServices

Main = Callable[[ft.Page], Awaitable[None]]

_INSPECTION = "kiem-tra/:inspection"
# Made once: a component made anew at every redraw would lose its state.
_ANSWERS = opened_only(AnswersScreen)
_SECTION = opened_only(SectionScreen)
_ENTRY = opened_only(EntryScreen)
_FINDINGS = opened_only(FindingsScreen)
_CONCLUSION = opened_only(ConclusionScreen)
_NOTICE = opened_only(NoticeScreen)
_HEADER = opened_only(HeaderScreen)
_VERSIONS = opened_only(VersionsScreen)


def _routes() -> list[ft.Route]:
    entry = [ft.Route(path=":entry", component=_ENTRY)]
    inner = [ft.Route(path="muc/:section", component=_SECTION, children=entry)]
    return [
        ft.Route(
            path="/",
            component=HomeScreen,
            children=[
                ft.Route(path="phieu", component=ChecklistsScreen),
                ft.Route(path="gioi-thieu", component=AboutScreen),
                ft.Route(path="moi", component=NewInspectionScreen),
                ft.Route(path=_INSPECTION, component=_ANSWERS, children=inner),
                ft.Route(path=f"{_INSPECTION}/thong-tin", component=_HEADER),
                ft.Route(path=f"{_INSPECTION}/ban-moi", component=_VERSIONS),
                ft.Route(path=f"{_INSPECTION}/phat-hien", component=_FINDINGS),
                ft.Route(path=f"{_INSPECTION}/ket-luan", component=_CONCLUSION),
                ft.Route(path=f"{_INSPECTION}/thong-bao", component=_NOTICE),
            ],
        )
    ]


@ft.component
def App(surroundings: Surroundings) -> ft.Control:
    """Everything a session shows."""
    page = ft.context.page
    viewport, set_viewport = ft.use_state(Viewport(float(page.width or 390)))

    def listen() -> None:
        async def resized() -> None:
            set_viewport(Viewport(float(page.width or 390)))

        page.on_resize = resized

    ft.use_effect(listen, [])
    return surroundings_context(
        surroundings,
        lambda: viewport_context(
            viewport,
            lambda: ft.Router(_routes(), not_found=LostScreen, manage_views=True),
        ),
    )


def build_main(ws: Workspace, documents: DocumentShelf | None = None) -> Main:
    """Return the session entry for `ft.run`; one call per process, many sessions."""
    return build_main_over(WorkspaceServices(ws), documents or DocumentShelf())


def build_main_over(services: Services, documents: DocumentShelf) -> Main:
    """Return the session entry over any implementation of the calls."""

    async def main(page: ft.Page) -> None:
        theme.dress(page)
        surroundings = Surroundings(services, documents, InspectionShelf(services))
        page.render_views(App, surroundings)

    return main
