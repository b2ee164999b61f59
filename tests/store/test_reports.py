"""Citations that readers called wrong."""

from dataclasses import replace

from tests.store.test_inbox import shown


def test_each_person_reports_a_citation_once_and_reports_outlive_what_was_shown(store):
    kept = replace(shown(), id=store.shown.keep(shown()))
    assert store.reports.add(kept, 1, 7, 500)
    assert not store.reports.add(kept, 1, 7, 600)
    assert store.reports.add(kept, 2, 7, 600)
    assert store.reports.add(kept, 1, 8, 700)
    store.shown.drop([kept.id])
    assert [(each.number, each.at, each.asked) for each in store.reports.all()] == [
        (1, 500, kept.at),
        (2, 600, kept.at),
        (1, 700, kept.at),
    ]
    assert store.reports.all()[0].answer == kept.answer


def test_a_report_of_another_version_is_passed_over(store):
    store.reports.add(replace(shown(), id=1), 1, 7, 500)
    store._connections.get().execute("UPDATE reports SET answer = '{}'")
    assert store.reports.all() == []
