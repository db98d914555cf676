"""Taking figures along: files, link, paper. Files are plain links, so they work without scripts and can be shared."""

from urllib.parse import urlencode

from dashboard.components import elements as html
from dashboard.components.attributes import aria, data
from dashboard.components.elements import Element
from dashboard.components.icons import icon
from dashboard.state import State
from dashboard.text.dates import period_name
from dashboard.text.translation import Translator
from warehouse.reading import ALL

FORMATS = {"csv": "CSV", "xlsx": "Excel"}


def downloads(t: Translator, state: State) -> Element:
    """Links to the figures of the chosen areas in all periods and of all areas in this period."""
    common = {"PERIOD_KIND": state.period.kind} | _groups(state)
    chosen = {"REF_AREA": ",".join(state.areas)} | common
    everyone = {"from": str(state.period), "to": str(state.period)} | common
    return html.Section(
        [
            html.H2(t("Download and share")),
            html.Div(
                [
                    _files(t, t("Your areas, all periods"), state, chosen),
                    _files(
                        t, t("All areas, {period}", period=period_name(state.period, t.lang)), state, everyone
                    ),
                    html.Div([_copy(t, state), _print(t)], className="buttons"),
                ],
                className="takeaways",
            ),
        ],
        className="card only-screen downloads",
    )


def _files(t: Translator, title: str, state: State, selection: dict[str, str]) -> Element:
    address = f"/api/v1/indicators/{state.indicator}/data?{urlencode(selection, safe=',')}"
    links = [
        html.A(
            [icon("download"), name, html.Span(f": {title}", className="unseen")],
            href=f"{address}&format={code}&labels=both&lang={t.lang}",
            className="button",
        )
        for code, name in FORMATS.items()
    ]
    return html.Div(
        [html.Span(title, className="label", **aria(hidden="true")), html.Div(links, className="buttons")]
    )


def _groups(state: State) -> dict[str, str]:
    """The group of people that is shown, or all groups of the breakdown that is."""
    if state.by:
        return {"breakdown": state.by}
    return {} if state.category == ALL else dict(zip(("breakdown", "category"), state.category, strict=True))


def _copy(t: Translator, state: State) -> Element:
    attributes = data(copy_link=f"/{t.lang}/compare?{state.query}", done=t("Link copied"))
    return html.Button(
        [icon("link"), html.Span(t("Copy link"))], type="button", className="button", **attributes
    )


def _print(t: Translator) -> Element:
    return html.Button([icon("print"), t("Print")], type="button", className="button", **data(print=""))
