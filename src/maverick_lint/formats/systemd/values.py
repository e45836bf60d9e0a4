"""What the value of a setting may be.

Source: the manual pages of systemd 252 and 258, and `systemd-analyze verify` of systemd 252, which was asked about each
form with right and wrong values (November 2026).
"""

from __future__ import annotations

import re
from typing import Final

from maverick_lint.formats.systemd.words import words_of

BOOLEANS: Final = frozenset({"1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off"})

# The words that a form takes; `bool` stands for every spelling of yes and no.
WORDS: Final = {
    "bool": "bool",
    "type": "simple exec forking oneshot dbus notify notify-reload idle",
    "exittype": "main cgroup",
    "restart": "no on-success on-failure on-abnormal on-watchdog on-abort always",
    "access": "none main exec all",
    "failuremode": "terminate abort kill",
    "killmode": "control-group process mixed none",
    "oompolicy": "continue stop kill",
    "action": "none reboot reboot-force reboot-immediate poweroff poweroff-force poweroff-immediate exit exit-force "
    "soft-reboot soft-reboot-force kexec kexec-force halt halt-force halt-immediate",
    "jobmode": "fail replace replace-irreversibly isolate flush ignore-dependencies ignore-requirements triggering "
    "restart-dependencies lenient",
    "collect": "inactive inactive-or-failed",
    "ioclass": "0 1 2 3 none realtime best-effort idle",
    "cpupolicy": "other batch idle fifo rr ext 0 1 2 3 5",
    "numa": "default preferred bind interleave local 0 1 2 3 4",
    "facility": "kern user mail daemon auth syslog lpr news uucp cron authpriv ftp local0 local1 local2 local3 local4 "
    "local5 local6 local7 0 1 2 3 4 5 6 7 8 9 10 11 16 17 18 19 20 21 22 23",
    "level": "emerg alert crit err warning notice info debug 0 1 2 3 4 5 6 7",
    "protectsystem": "bool full strict",
    "protecthome": "bool read-only tmpfs",
    "protectproc": "noaccess invisible ptraceable default",
    "procsubset": "all pid",
    "keyring": "inherit private shared",
    "utmp": "init login user",
    "preserve": "bool restart",
    "mountflags": "shared slave private",
    "devicepolicy": "auto closed strict",
    "oomkill": "auto kill",
    "oompreference": "none avoid omit",
    "ipv6only": "bool default both ipv6-only",
    "privatetmp": "bool disconnected",
    "privateusers": "bool self identity full managed",
    "controlgroups": "bool private strict",
    "hostname": "bool private",
    "stamps": "off us usec µs μs ns nsec",
    "protocol": "udplite sctp mptcp",
}

_TIME_UNITS: Final = (
    r"(?:seconds?|sec|s|minutes?|min|months?|M|msec|ms|m|hours?|hr|h|days?|d|weeks?|w|years?|y|usec|us|µs|μs|nsec|ns)"
)
# The doubled signs keep what is read once: a long row of digits must not be parted in every way.
_SIZE: Final = r"(?:\d++(?:\.\d++)?\s*+[EPTGMKB]?\s*+)++"
_PERCENT: Final = r"\d+(?:\.\d{1,2})?[%‰‱]"
_TIME: Final = rf"infinity|(?:(?:\d++\.?\d*+|\.\d++)\s*+{_TIME_UNITS}?\s*+)++"
_WEIGHT: Final = r"[1-9]\d{0,3}|10000"
_SIGNAL: Final = (
    r"(?:SIG)?(?:HUP|INT|QUIT|ILL|TRAP|ABRT|IOT|BUS|FPE|KILL|USR1|SEGV|USR2|PIPE|ALRM|TERM|STKFLT|CHLD|CLD|CONT|STOP|"
    r"TSTP|TTIN|TTOU|URG|XCPU|XFSZ|VTALRM|PROF|WINCH|IO|POLL|PWR|SYS|RTMIN(?:\+\d+)?|RTMAX(?:-\d+)?)|"
    r"[1-9]|[1-5]\d|6[0-4]"
)
_EXITS: Final = r"\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5]|[A-Z][A-Z_]+"
_PORT: Final = r"(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])"
_LIMIT: Final = r"(?:infinity|\d+)(?::(?:infinity|\d+))?"

# Forms of one value, as a pattern that all of it fits.
PATTERNS: Final = {
    "time": _TIME,
    "unsigned": r"\d+|0x[\da-fA-F]+",
    "int": r"[+-]?\d+|0x[\da-fA-F]+",
    "mode": r"[0-7]{1,4}|0[0-7]{4}",
    "nice": r"-?(?:\d|1\d)|\+?(?:\d|1\d)|-20",
    "oom": r"[+-]?(?:\d{1,3}|1000)",
    "ioprio": r"[0-7]",
    "rtprio": r"[1-9]\d?",
    "cpuweight": rf"{_WEIGHT}|idle",
    "weight": _WEIGHT,
    "shares": r"\d{1,6}",
    "memory": rf"infinity|{_PERCENT}|(?!0+$){_SIZE}",
    "tasks": rf"infinity|{_PERCENT}|[1-9]\d*",
    "quota": _PERCENT,
    "rlimit": _LIMIT,
    "limitbytes": rf"(?:infinity|{_SIZE})(?::(?:infinity|{_SIZE}))?",
    "limitcpu": rf"(?:{_TIME})(?::(?:{_TIME}))?",
    "size": _SIZE,
    "signal": _SIGNAL,
    "cpus": r"numa|[\d\s,-]+",
    "path": r"-?/.*",
    "fatalpath": r"-?/(?!.*/\.\.(?:/|$))(?!\.\.(?:/|$)).*",
    "envfile": r"-?/.*",
    "workdir": r"-?(?:~|/(?!.*/\.\.(?:/|$))(?!\.\.(?:/|$)).*)",
    "devicelimit": r"\S+\s+\S.*",
    "abspath": r"[|!]*\s*/.*",
    "busname": r"[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)+",
    "input": r"null|tty|tty-force|tty-fail|socket|data|fd(?::\S+)?|file:/.*",
    "output": r"inherit|null|tty|socket|(?:journal|kmsg|syslog)(?:\+console)?|fd(?::\S+)?|(?:file|append|truncate):/.*",
    "listen": rf"(?:[\d.]+:|\[[\da-fA-F:.]*\]:|vsock:\d*:|){_PORT}(?:%.*)?|/.*|@.*|vsock.*",
    "slice": r"[\w:.\\@-]+\.slice",
    "service": r"[\w:.\\@-]+\.service",
    "unit": r"[\w:.\\@-]+\.(?:service|socket|target|device|mount|automount|swap|timer|path|slice|scope)",
}

_CAPABILITIES: Final = (
    "CHOWN|DAC_OVERRIDE|DAC_READ_SEARCH|FOWNER|FSETID|KILL|SETGID|SETUID|SETPCAP|LINUX_IMMUTABLE|NET_BIND_SERVICE|"
    "NET_BROADCAST|NET_ADMIN|NET_RAW|IPC_LOCK|IPC_OWNER|SYS_MODULE|SYS_RAWIO|SYS_CHROOT|SYS_PTRACE|SYS_PACCT|SYS_ADMIN|"
    "SYS_BOOT|SYS_NICE|SYS_RESOURCE|SYS_TIME|SYS_TTY_CONFIG|MKNOD|LEASE|AUDIT_WRITE|AUDIT_CONTROL|AUDIT_READ|SETFCAP|"
    "MAC_OVERRIDE|MAC_ADMIN|SYSLOG|WAKE_ALARM|BLOCK_SUSPEND|PERFMON|BPF|CHECKPOINT_RESTORE"
)

_FAMILIES: Final = (
    "ALG|APPLETALK|ASH|ATMPVC|ATMSVC|AX25|BLUETOOTH|BRIDGE|CAIF|CAN|DECnet|ECONET|FILE|IB|IEEE802154|INET|INET6|IPX|IRDA|"
    "ISDN|IUCV|KCM|KEY|LLC|LOCAL|MCTP|MPLS|NETBEUI|NETLINK|NETROM|NFC|PACKET|PHONET|PPPOX|QIPCRTR|RDS|ROSE|RXRPC|"
    "SECURITY|SMC|SNA|TIPC|UNIX|VSOCK|WANPIPE|X25|XDP"
)

# Forms of several values parted by blanks, as a pattern for each of them.
LISTS: Final = {
    "urls": r"(?:https?://|file:/|info:|man:).+",
    "paths": r"-?\+?/.*",
    "binds": r"-?/[^:]*(?::/[^:]*(?::.*)?)?",
    "tmpfs": r"/.*",
    "statuses": rf"{_SIGNAL}|{_EXITS}",
    "units": r"[\w:.\\@-]+\.(?:service|socket|target|device|mount|automount|swap|timer|path|slice|scope)",
    "dirs": r"(?!/)(?!\.\.(?:/|$))(?!.*/\.\.(?:/|$)).*",
    "namespaces": r"~?(?:cgroup|ipc|net|mnt|pid|user|uts|time)|(?:yes|no|true|false|on|off|1|0)",
    "families": rf"~?(?:none|AF_(?:{_FAMILIES}))",
    "archs": r"native|x86|x86-64|x32|arm|arm64|ia64|loongarch64|m68k|mips\S*|parisc\S*|ppc|ppc64|ppc64-le|riscv32|"
    r"riscv64|s390|s390x|sparc64|tilegx|alpha|arc-le|cris",
    "delegate": r"(?:cpu|cpuacct|cpuset|io|blkio|memory|devices|pids|bpf-\w+)|(?:yes|no|true|false|on|off|1|0)",
    "addresses": r"any|localhost|link-local|multicast|[\d.]+(?:/(?:\d|[12]\d|3[0-2]))?|"
    r"[\da-fA-F]*:[\da-fA-F:.]*(?:/\d{1,3})?",
    "caps": rf"~?(?:CAP_(?:{_CAPABILITIES})|cap_(?:{_CAPABILITIES.lower()})|\d+)",
    "env": r"[A-Za-z_]\w*=.*|\$.*|.*@\w+@.*|\{.*|<.*",
    "device": r"/.*|char-.*|block-.*|\*|[rwm]{1,3}",
}


_NUMBERS: Final = frozenset({
    "time", "unsigned", "int", "mode", "nice", "oom", "ioprio", "rtprio", "cpuweight", "weight", "shares", "memory",
    "tasks", "quota", "rlimit", "limitbytes", "limitcpu", "size", "signal",
})  # fmt: skip


def fills_nothing_in(form: str) -> bool:
    """Say whether systemd takes values of a form as they stand, without specifiers such as %i; words must be words."""
    return form in _NUMBERS or form in WORDS or form in ("exec", "env")


def is_right(form: str, value: str) -> bool:
    """Say whether a value, which is not empty, fits a form; of forms that are not described here every value does."""
    words = WORDS.get(form)
    if words is not None:
        return value in words.split() or (words.startswith("bool") and value.lower() in BOOLEANS)
    pattern = PATTERNS.get(form)
    if pattern is not None:
        return re.fullmatch(pattern, value) is not None
    if form == "calendar":
        from maverick_lint.formats.systemd.calendar import is_calendar

        return is_calendar(value)
    return True


def wrong_words(form: str, value: str) -> list[tuple[int, int]]:
    """Return from where to where the words of a list stand that do not fit its form.

    Of a quote that nothing closes, it is the rest of the value from there.
    """
    pattern = LISTS.get(form)
    if pattern is None and form not in ("exec", "syscalls"):
        return []
    words, opened = words_of(value)
    if opened is not None:
        return [(opened, len(value))]
    if form == "exec":
        return []
    if form == "syscalls":
        from maverick_lint.formats.systemd.syscalls import is_call

        return [(word.start, word.end) for word in words if not is_call(word.text)]
    fits = re.compile(pattern or "")
    return [(word.start, word.end) for word in words if "%" not in word.text and not fits.fullmatch(word.text)]
