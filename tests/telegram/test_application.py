"""The application as built: what it is connected to and how it sends."""

from telegram.constants import ParseMode

from bot.telegram.application import DEFAULT_BASE_URL, build_application
from bot.telegram.order import ChatOrder
from bot.telegram.pace import ChatPace
from tests.telegram.fake_api import TOKEN
from tests.telegram.support import FakeAnswerer, said, services_of


def build(base_url=None):
    with services_of(FakeAnswerer(said)) as services:
        return build_application(TOKEN, base_url, services)


def test_it_goes_to_telegram_unless_told_otherwise():
    assert build().bot.base_url == f"{DEFAULT_BASE_URL}{TOKEN}"
    assert build("http://127.0.0.1:1/bot").bot.base_url == f"http://127.0.0.1:1/bot{TOKEN}"


def test_messages_are_html_without_previews():
    defaults = build().bot.defaults
    assert defaults.parse_mode == ParseMode.HTML
    assert defaults.link_preview_options.is_disabled


def test_its_parts_are_ours():
    application = build()
    assert isinstance(application.update_processor, ChatOrder)
    assert isinstance(application.bot.rate_limiter, ChatPace)
    assert [handler.__name__ for handler in application.error_handlers] == ["on_error"]
    assert application.updater is None
