"""Who may come in: the addresses and the passwords in force in a block.

Source: ngx_http_access_handler() and ngx_http_core_access_phase() of nginx 1.22: `allow` and `deny` are inherited
together, and only where a block has none of its own; the first that fits decides, and who fits none comes in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from maverick_lint.formats.nginx.model import Config
    from maverick_lint.formats.nginx.tree import Block, Directive

_PASSWORDS: Final = ("auth_basic", "auth_request", "auth_jwt", "auth_oidc")
_EVERYBODY: Final = frozenset({"all", "0.0.0.0/0", "::/0"})


class Access(NamedTuple):
    """What guards a block.

    rules      the `allow` and `deny` in force, in their order; `own` when they stand in the block itself
    passwords  whether a password, a token or a subrequest is asked for
    anyone     whether one of the two is enough (`satisfy any`)
    complete   whether all of it is known
    everybody  the networks that hold every address from which the server can be reached
    """

    rules: tuple[Directive, ...]
    own: bool
    passwords: bool
    anyone: bool
    complete: bool
    everybody: frozenset[str] = _EVERYBODY

    @property
    def open(self) -> bool:
        """Whether a stranger comes in: no rule denies him, or one lets everybody in before."""
        verdict = self.verdict()
        if not self.passwords:
            return verdict != "denied"
        return self.anyone and verdict == "allowed"

    def verdict(self) -> str:
        """Return what the addresses say of a stranger: allowed, denied, or "" where they say nothing."""
        for rule in self.rules:
            if rule.first() in self.everybody:
                return "allowed" if rule.name == "allow" else "denied"
        return ""


def access(config: Config, block: Block) -> Access:
    """Return what guards a block."""
    rules, own, complete = _rules(config, block)
    passwords = False
    for name in _PASSWORDS:
        force = config.in_force(block, name)
        complete = complete and force.complete
        passwords = passwords or any(directive.first() != "off" for directive in force.directives)
    return Access(rules, own, passwords, config.value(block, "satisfy") == "any", complete, _everybody(config, block))


def _everybody(config: Config, block: Block) -> frozenset[str]:
    """Return the networks that hold every address which can reach the server: one family only, where it has one."""
    around = config.server_around(block)
    server = config.server_of(around) if around is not None else None
    if server is None:
        return _EVERYBODY
    addresses = [listen.address for listen in server.listens]
    named = any(address[:1].isalpha() for address in addresses)
    new = named or any(address.startswith("[") for address in addresses)
    dual = any("ipv6only=off" in listen.parameters for listen in server.listens)
    old = named or dual or not addresses or any(not address.startswith("[") for address in addresses)
    return frozenset({"all", *(("::/0",) if new else ()), *(("0.0.0.0/0",) if old else ())})


def _rules(config: Config, block: Block) -> tuple[tuple[Directive, ...], bool, bool]:
    complete = config.in_force(block, "allow").complete and config.in_force(block, "deny").complete
    pending = [block]
    seen: set[int] = set()
    while pending:
        at = pending.pop(0)
        if id(at) in seen:
            continue
        seen.add(id(at))
        # Their order counts, which only the statements have.
        has = config.named(at, "allow", "deny")
        found = tuple(d for d in config.statements(at) if d.name in ("allow", "deny")) if has else ()
        if found:
            return found, at is block, complete
        pending.extend(config.assembly.around(at))
    return (), False, complete
