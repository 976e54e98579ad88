"""Letters: one briefing, as mail for each of its recipients."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from briefing.compose.topics import of_topic
from briefing.config import Config, Mail, Recipient
from briefing.config.mail import PLACEHOLDER
from briefing.deliver.archive import location
from briefing.deliver.message import Attachment, Letter, Party, Picture, message_id, written
from briefing.deliver.topics import Wanted, has_something, mentioning, narrowed
from briefing.errors import DeliverError
from briefing.model import Article, Brief, Event, Format, Topic
from briefing.render import render, to_mail

MEDIA_TYPES = {"md": "text/markdown", "html": "text/html", "pdf": "application/pdf", "json": "application/json"}
PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"}
LOGO = "logo"  # its Content-ID
LOGO_BYTES_MAX = 200_000  # it travels with every mail


class Letters:
    """What a briefing becomes for each recipient; what several share is rendered once."""

    def __init__(self, brief: Brief, config: Config, mail: Mail, edition: int) -> None:
        self._brief = brief
        self._config = config
        self._mail = mail
        self._edition = edition
        self._narrowed: dict[tuple[str, ...], Brief] = {(): brief}
        self._mails: dict[tuple[tuple[str, ...], str], to_mail.Mail] = {}
        self._files: dict[tuple[tuple[str, ...], Format], bytes] = {}

    def name(self, recipient: Recipient) -> str:
        """The Message-ID of a recipient's letter."""
        return letter_name(self._mail, self._brief.id, self._edition, recipient)

    def has_something(self, recipient: Recipient) -> bool:
        """Whether there is any event for that recipient."""
        return has_something(self._of(recipient))

    def written(self, recipient: Recipient, date: datetime) -> bytes:
        """The letter as it goes over the wire. date: aware. Raises RenderError, and DeliverError for the logo."""
        mail, settings = self._rendered(recipient), self._mail
        kinds = recipient.attach
        if not mail.whole and not settings.web and "html" not in kinds:
            kinds = (*kinds, "html")
        return written(
            Letter(
                sender=Party(settings.sender.address, settings.sender.name),
                to=Party(recipient.address, recipient.mailbox.name),
                reply_to=Party(settings.reply_to.address, settings.reply_to.name) if settings.reply_to else None,
                subject=mail.subject if self._edition == 1 else f"Corrected: {mail.subject}",
                text=mail.text,
                html=mail.html,
                date=date,
                message_id=self.name(recipient),
                list_id=settings.list_id,
                list_name=self._brief.title,
                unsubscribe=settings.unsubscribe,
                unsubscribe_url=one_click(settings, recipient),
                attachments=tuple(self._attached(recipient, kind) for kind in kinds),
                pictures=self._pictures,
            )
        )

    def _of(self, recipient: Recipient) -> Brief:
        topics = recipient.topics
        if topics not in self._narrowed:
            self._narrowed[topics] = narrowed(self._brief, wanted(topics, self._config.topics))
        return self._narrowed[topics]

    def _rendered(self, recipient: Recipient) -> to_mail.Mail:
        way_out = (
            one_click(self._mail, recipient) or f"mailto:{quote(self._mail.unsubscribe, safe='@')}?subject=unsubscribe"
        )
        key = recipient.topics, way_out
        if key not in self._mails:
            web = self._mail.web
            page = location(Path(), self._brief.window, "html").as_posix()
            setting = to_mail.Setting(
                unsubscribe=way_out,
                topics=recipient.topics,
                web=f"{web.rstrip('/')}/{page}" if web else None,
                logo=LOGO if self._mail.logo else None,
                logo_alt=self._mail.logo_alt,
            )
            self._mails[key] = to_mail.to_mail(self._of(recipient), setting, templates=self._config.templates)
        return self._mails[key]

    def _attached(self, recipient: Recipient, kind: Format) -> Attachment:
        key = recipient.topics, kind
        if key not in self._files:
            self._files[key] = render(self._of(recipient), kind, templates=self._config.templates)
        return Attachment(f"{self._brief.id}.{kind}", MEDIA_TYPES[kind], self._files[key])

    @cached_property
    def _pictures(self) -> tuple[Picture, ...]:
        logo = self._mail.logo
        return (Picture(LOGO, *picture(logo)),) if logo else ()


def wanted(topics: Sequence[str], known: Sequence[Topic]) -> Wanted:
    """What a recipient wants: each of `topics` is the name of a topic of brief.toml, or else a word or phrase."""
    named = {topic.name: topic for topic in known}
    ours = [named[each] for each in topics if each in named]
    words = [each for each in topics if each not in named]
    mentioned = mentioning(words) if words else None

    def either(event: Event, articles: Mapping[str, Article]) -> bool:
        of = any(of_topic(event, articles, topic) for topic in ours)
        return of or (mentioned is not None and mentioned(event, articles))

    return either


def letter_name(mail: Mail, briefing: str, edition: int, recipient: Recipient) -> str:
    """The Message-ID of a letter, which needs no briefing to be known."""
    return message_id(mail.list_id, briefing, edition, recipient.address, mail.sender.host)


def one_click(mail: Mail, recipient: Recipient) -> str | None:
    """The address that unsubscribes this recipient, where there is one."""
    return mail.unsubscribe_url and mail.unsubscribe_url.replace(PLACEHOLDER, quote(recipient.address, safe=""))


def picture(path: Path) -> tuple[str, bytes]:
    """A picture's media type and bytes; DeliverError where it is none that every mail program shows."""
    kind = PICTURES.get(path.suffix.lower())
    if kind is None:
        raise DeliverError(f"mail.logo {path} is no PNG, JPEG or GIF: convert it")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DeliverError(f"mail.logo {path} cannot be read: {error.strerror}") from None
    if len(data) > LOGO_BYTES_MAX:
        raise DeliverError(f"mail.logo {path} is larger than {LOGO_BYTES_MAX // 1000} KB: make it smaller")
    return kind, data
