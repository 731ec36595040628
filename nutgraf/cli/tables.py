"""Articles and stories as tables for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table


def article_rows(console: Console, found: Iterable[dict[str, Any]]) -> None:
    """A line for each article."""
    table = _table("id", "status", "title", "source")
    for one in found:
        table.add_row(one["id"], one["status"], escape(one["title"] or ""), _source(one))
    console.print(table)


def article_panel(console: Console, one: dict[str, Any]) -> None:
    """One article: its summary, entities, figures and quotes."""
    console.print(
        f"[bold]{escape(one['title'] or one['id'])}[/bold]  {_source(one)}  [dim]{one['status']}[/dim]"
    )
    if one["error"]:
        console.print(f"[red]{one['error']['type']}[/red]: {escape(one['error']['detail'])}")
    analysis = one["analysis"]
    if analysis is None:
        return
    for sentence in analysis["summary"]["sentences"]:
        console.print(f"  • {escape(_line(sentence['text']))}")
    _entities(console, analysis["entities"])
    _figures(console, analysis["figures"])
    for quote in analysis["quotes"]:
        speaker = ", ".join(_speakers(quote)) or "unknown"
        console.print(f"  “{escape(_line(quote['text']))}” [dim]— {escape(speaker)}[/dim]")
    for warning in analysis["warnings"]:
        console.print(f"  [yellow]! {escape(warning['detail'])}[/yellow]")


def _speakers(quote: dict[str, Any]) -> list[str]:
    """Return the names of who say a quotation; older analyses have them in "speaker" alone."""
    said_by = quote.get("speakers") or ([quote["speaker"]] if quote["speaker"] else [])
    return [speaker["name"] for speaker in said_by]


def story_rows(console: Console, found: Iterable[dict[str, Any]]) -> None:
    """A line for each story."""
    table = _table("id", "articles", "sources", "title")
    for one in found:
        table.add_row(
            one["id"],
            str(one["article_count"]),
            str(one["independent_source_count"]),
            escape(one["title"] or ""),
        )
    console.print(table)


def story_panel(console: Console, one: dict[str, Any]) -> None:
    """One story: what its outlets say together, and where their figures stand."""
    console.print(
        f"[bold]{escape(one['title'] or one['id'])}[/bold]  {one['article_count']} articles, "
        f"{_sources(one['independent_source_count'])}, revision {one['revision']}"
    )
    for sentence in one["summary"]["sentences"]:
        console.print(f"  • {escape(_line(sentence['text']))} [dim]({len(sentence['said_by'])})[/dim]")
    table = _table("figure", "state", "values")
    for figure in one["figures"]:
        values = sorted({_line(value["text"]) for value in figure["values"]})
        table.add_row(escape(figure["what"] or ""), figure["state"], escape(" / ".join(values)))
    console.print(table)


def _entities(console: Console, entities: list[dict[str, Any]]) -> None:
    table = _table("entity", "type", "salience", "mentions", "also")
    for entity in entities:
        also = ", ".join(alias["text"] for alias in entity["aliases"])
        mentions = str(len(entity["mentions"]))
        table.add_row(
            escape(_line(entity["name"])), entity["type"], f"{entity['salience']:.2f}", mentions, escape(also)
        )
    if entities:
        console.print(table)


def _figures(console: Console, figures: list[dict[str, Any]]) -> None:
    table = _table("figure", "value", "unit", "bound", "what")
    for figure in figures:
        facts = (
            figure["text"],
            f"{figure['value']}",
            figure["unit"] or "",
            figure["bound"],
            figure["what"] or "",
        )
        table.add_row(*(escape(_line(fact)) for fact in facts))
    if figures:
        console.print(table)


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in columns:
        table.add_column(column)
    return table


def _source(one: dict[str, Any]) -> str:
    return escape(one["source"]["name"]) if one["source"] else ""


def _sources(count: int) -> str:
    return f"{count} independent source{'' if count == 1 else 's'}"


def _line(text: str) -> str:
    return " ".join(text.split())
