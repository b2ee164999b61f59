"""Plain text and Markdown to drafts."""

import pytest

from bot.articles.text import looks_like_markdown, markdown_draft, plain_draft

FRONT = "---\ntitle: 'Ferry plan'\npublished: 2026-05-03\nempty:\nsource: Tarn Post\n---\n"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (FRONT, True),
        ("# Ferry\n\nIt sank.", True),
        ("It [sank](https://tarn.example).", True),
        ("It sank.", False),
        ("#ferry sank", False),
        ("It [sank] (twice).", False),
        ("x " * 20_000 + "\n# Late", False),
    ],
)
def test_the_look_of_markdown(text: str, markdown: bool) -> None:
    assert looks_like_markdown(text) is markdown


def test_plain_text_has_its_first_line_for_a_title() -> None:
    draft = plain_draft("\n Ferry   sinks \r\nIt *sank*.", "folder/ferry.txt")
    assert (draft.title, draft.url) == ("Ferry sinks", "file:ferry.txt")
    assert draft.text == "\n Ferry   sinks \nIt *sank*."


def test_front_matter() -> None:
    draft = markdown_draft(FRONT + "# Ferry\n\nIt sank.", "n.md")
    assert (draft.title, draft.published, draft.source) == ("Ferry plan", "2026-05-03", "Tarn Post")
    assert draft.text == "Ferry\n\nIt sank."


def test_the_title_is_the_first_heading_else_the_first_line() -> None:
    assert markdown_draft("It sank.\n\n## *Ferry* sinks ##\n", "n.md").title == "Ferry sinks"
    assert markdown_draft("It [sank](https://tarn.example) twice.\n\nYes.", "n.md").title == "It sank twice."


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Holm** and __Vale__ and *Reed*", "Holm and Vale and Reed"),
        ("[Holm](https://a.example \"Ida\") left", "Holm left"),
        ("![a ferry](https://a.example/f.png) It sank.", "It sank."),
        ("> It sank.\n\n---\n\n> Twice.", "It sank.\n\n\n\nTwice."),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("see [1] and (2)", "see [1] and (2)"),
    ],
)  # fmt: skip
def test_markup_goes(marked: str, plain: str) -> None:
    assert markdown_draft("# T\n" + marked, "n.md").text.removeprefix("T\n").strip() == plain


@pytest.mark.parametrize(
    ("field", "reason"), [("date: soon", "front matter"), ("url: https://a b", "spaces")]
)
def test_a_field_that_cannot_be_read(field: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        markdown_draft(f"---\n{field}\n---\nIt sank.", "n.md")


def test_the_source_is_the_host_unless_it_is_named() -> None:
    assert (
        markdown_draft("---\nurl: https://www.tarn.example/1\n---\nIt sank.", "n.md").source == "tarn.example"
    )
