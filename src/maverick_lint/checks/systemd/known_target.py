"""systemd/known-target: the targets of systemd have names that are easily missed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from maverick_lint.core.finding import Hit
from maverick_lint.core.span import Span
from maverick_lint.core.spelling import close_matches
from maverick_lint.formats.systemd.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maverick_lint.core.document import Document
    from maverick_lint.core.rule import Options
    from maverick_lint.formats.systemd.model import Unit

# systemd.special(7), systemd 258.
_NAMES: Final = """
basic bluetooth boot-complete ctrl-alt-del cryptsetup cryptsetup-pre default emergency exit factory-reset final
first-boot-complete getty getty-pre graphical graphical-session graphical-session-pre halt hibernate hybrid-sleep initrd
initrd-fs initrd-root-device initrd-root-fs initrd-switch-root initrd-usr-fs integritysetup integritysetup-pre kexec
local-fs local-fs-pre machines multi-user network network-online network-pre nss-lookup nss-user-lookup paths poweroff
printer reboot remote-cryptsetup remote-fs remote-fs-pre remote-integritysetup remote-veritysetup rescue rpcbind
runlevel0 runlevel1 runlevel2 runlevel3 runlevel4 runlevel5 runlevel6 shutdown sigpwr sleep slices smartcard sockets
soft-reboot sound ssh-access storage-target-mode suspend suspend-then-hibernate swap sysinit system-update
system-update-pre time-set time-sync timers tpm2 umount usb-gadget veritysetup veritysetup-pre xdg-desktop-autostart
"""
_TARGETS: Final = frozenset(f"{name}.target" for name in _NAMES.split())
_ALIKE: Final = 0.86


def check(document: Document[Unit], options: Options) -> Iterator[Hit]:  # noqa: ARG001 - the signature of every check
    """Yield targets that systemd has not, and whose names are nearly those of some that it has."""
    for section in ("Unit", "Install"):
        for entry in document.model.entries(section):
            for word in words_of(entry.value)[0] if ".target" in entry.value else ():
                name = word.text
                if not name.endswith(".target") or name in _TARGETS or "%" in name or "@" in name:
                    continue
                near = close_matches(name, _TARGETS, 1, _ALIKE)
                if near:
                    span = entry.text.outer(Span(word.start, word.end))
                    yield Hit(span, {"name": name, "near": near[0]})
