"""The exposure of services, beside `systemd-analyze security --offline=true`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from maverick_lint.core.source import Source
from maverick_lint.engine.files import MemoryFiles
from maverick_lint.engine.load import FilesReader, parse
from maverick_lint.formats.systemd.exposure import exposure_of, heaviest

# Settings parted by `|`, and what systemd 252 says.
SERVICES = {
    "": 9.6,
    "User=shop": 9.2,
    "User=nobody": 9.5,
    "DynamicUser=yes": 8.4,
    (
        "UMask=0077|Delegate=yes|RestrictNamespaces=~user|ProtectClock=yes|ProtectKernelTunables=yes|"
        "LockPersonality=yes|ProtectHome=tmpfs"
    ): 8.6,
    (
        "PrivateMounts=yes|ProtectKernelLogs=yes|PrivateNetwork=yes|SystemCallFilter=@system-service|"
        "PrivateTmp=yes|ProtectHome=read-only|CapabilityBoundingSet=~CAP_SYS_ADMIN"
    ): 6.8,
    (
        "ProtectKernelModules=yes|SystemCallFilter=@system-service|ProtectHome=read-only|"
        "RuntimeDirectory=x|CapabilityBoundingSet=CAP_NET_BIND_SERVICE CAP_SYS_ADMIN|"
        "ProtectKernelLogs=yes|RestrictRealtime=yes|ProtectSystem=strict"
    ): 5.4,
    (
        "ProtectSystem=strict|ProtectHome=yes|PrivateTmp=yes|NoNewPrivileges=yes|PrivateMounts=yes|"
        "ProtectKernelLogs=yes|ProcSubset=pid|Delegate=yes"
    ): 8.4,
    "SystemCallFilter=~@clock|PrivateDevices=yes": 8.8,
    "DevicePolicy=strict|CapabilityBoundingSet=|ProtectProc=ptraceable|PrivateIPC=yes": 6.7,
    "ProcSubset=pid|DeviceAllow=/dev/null rw|LogNamespace=x": 9.6,
    "ProtectSystem=yes|PrivateMounts=yes|ProcSubset=pid|CapabilityBoundingSet=~CAP_KILL": 9.2,
    "Type=notify|ProtectHome=tmpfs|RuntimeDirectory=x|ProtectKernelModules=yes|RestrictRealtime=yes": 9.0,
    "CapabilityBoundingSet=~CAP_NET_ADMIN CAP_SYS_PTRACE|SystemCallArchitectures=native x86": 9.1,
    (
        "LockPersonality=yes|CapabilityBoundingSet=CAP_NET_BIND_SERVICE CAP_SYS_ADMIN|"
        "RestrictAddressFamilies=AF_UNIX AF_INET|PrivateUsers=yes|PrivateMounts=yes|User=0|"
        "NotifyAccess=all|DevicePolicy=closed|DeviceAllow=/dev/null rw|IPAddressDeny=any"
    ): 6.5,
    ("IPAddressDeny=any|ProtectControlGroups=yes|ProcSubset=pid|DevicePolicy=closed|DeviceAllow=/dev/null rw"): 9.1,
    (
        "RestrictNamespaces=yes|User=root|DevicePolicy=closed|ProtectProc=default|"
        "ProtectKernelTunables=yes|ProtectSystem=strict|TemporaryFileSystem=/x|CapabilityBoundingSet=|"
        "UMask=0026"
    ): 5.8,
    (
        "UMask=0077|ReadWritePaths=/x|CapabilityBoundingSet=|PrivateDevices=yes|SystemCallFilter=reboot|"
        "ProtectKernelTunables=yes|LogNamespace=x"
    ): 5.2,
    ("RestrictNamespaces=yes|MountFlags=slave|BindPaths=/x|PrivateMounts=yes|User=0|ProtectKernelModules=yes"): 8.3,
    "IPAddressDeny=10.0.0.0/8|RemoveIPC=yes|User=x|SystemCallFilter=reboot": 7.9,
    "ProtectKernelLogs=yes|DeviceAllow=/dev/null rw|SystemCallFilter=~@mount @debug": 9.0,
    (
        "DevicePolicy=closed|KeyringMode=inherit|SystemCallFilter=reboot|RestrictNamespaces=user net|"
        "User=x|SupplementaryGroups=y|PrivateUsers=yes|UMask=0026|"
        "CapabilityBoundingSet=~CAP_SETUID CAP_SETGID CAP_SETPCAP"
    ): 7.1,
    "BindPaths=/x|ProtectKernelLogs=yes|SystemCallFilter=@system-service": 8.0,
    ("ProtectProc=invisible|IPAddressDeny=any|Delegate=yes|BindPaths=/x|ProtectControlGroups=yes|UMask=0026"): 9.1,
    (
        "Delegate=cpu|RuntimeDirectory=x|IPAddressAllow=10.0.0.0/8|ProtectProc=noaccess|"
        "CapabilityBoundingSet=~CAP_SYS_ADMIN|RestrictNamespaces=~user|KeyringMode=shared|"
        "SystemCallFilter=~@privileged"
    ): 8.1,
    "ProtectControlGroups=yes|UMask=0002|SystemCallFilter=~@privileged": 8.4,
    ("User=nobody|ReadWritePaths=/x|NoNewPrivileges=yes|UMask=0|IPAddressDeny=any|IPAddressAllow=10.0.0.0/8"): 9.3,
    "User=x|ProtectProc=ptraceable|CapabilityBoundingSet=|LockPersonality=yes|Type=notify": 6.5,
    (
        "ProtectProc=invisible|TemporaryFileSystem=/x|"
        "CapabilityBoundingSet=~CAP_NET_ADMIN CAP_SYS_PTRACE|RestrictNamespaces=~user|ProtectClock=yes|"
        "User=0|LogNamespace=x"
    ): 8.3,
    (
        "Delegate=yes|ProtectSystem=yes|ProtectHostname=yes|CapabilityBoundingSet=~CAP_KILL|"
        "ProtectKernelLogs=yes|SystemCallArchitectures=native|ProtectKernelModules=yes"
    ): 8.6,
    "RootDirectory=/x|UMask=0027|ProtectSystem=full|RestrictNamespaces=yes|MountFlags=slave": 8.7,
    "ProtectSystem=yes|User=x": 9.1,
    (
        "LockPersonality=yes|ProtectHome=tmpfs|NotifyAccess=all|"
        "CapabilityBoundingSet=~CAP_SETUID CAP_SETGID CAP_SETPCAP"
    ): 9.3,
    "ProtectKernelTunables=yes|SystemCallArchitectures=native x86": 9.4,
    (
        "UMask=0077|CapabilityBoundingSet=~CAP_KILL|IPAddressDeny=any|IPAddressAllow=localhost|"
        "RestrictNamespaces=user net|ProtectProc=default|NotifyAccess=all|RemoveIPC=yes|User=x|"
        "ProtectSystem=strict"
    ): 8.6,
    "ReadWritePaths=/x|PrivateUsers=yes|ProtectHostname=yes": 9.4,
    (
        "DeviceAllow=/dev/null rw|ProtectControlGroups=yes|ProtectProc=ptraceable|ProtectSystem=yes|"
        "RestrictNamespaces=yes|IPAddressDeny=any|IPAddressAllow=10.0.0.0/8|ProtectHostname=yes|"
        "UMask=0027|RestrictSUIDSGID=yes"
    ): 8.1,
    "SystemCallArchitectures=native x86|MemoryDenyWriteExecute=yes": 9.5,
    (
        "ProtectProc=ptraceable|PrivateIPC=yes|DynamicUser=yes|MemoryDenyWriteExecute=yes|"
        "DevicePolicy=closed|DeviceAllow=/dev/null rw|SystemCallFilter=~@mount @debug|"
        "ProtectHome=read-only"
    ): 7.7,
    (
        "IPAddressDeny=any|IPAddressAllow=10.0.0.0/8|RestrictSUIDSGID=yes|NotifyAccess=all|UMask=0026|"
        "RestrictNamespaces=~user|SystemCallFilter=~@clock|LockPersonality=yes|PrivateIPC=yes|"
        "PrivateNetwork=yes|RestrictAddressFamilies=none|CapabilityBoundingSet=~CAP_KILL|"
        "SystemCallArchitectures=native"
    ): 7.6,
    (
        "SystemCallFilter=@system-service|Delegate=cpu|SystemCallArchitectures=x86|RestrictSUIDSGID=yes|"
        "BindPaths=/x|RestrictNamespaces=~user|DynamicUser=yes|IPAddressAllow=10.0.0.0/8|RemoveIPC=yes|"
        "User=x|IPAddressDeny=any|ProtectProc=default"
    ): 6.7,
    (
        "RestrictNamespaces=user net|NotifyAccess=all|ProtectControlGroups=yes|SystemCallFilter=~@clock|"
        "ProtectSystem=yes|RemoveIPC=yes|User=x|SystemCallArchitectures=x86"
    ): 8.5,
    ("ProtectHostname=yes|CapabilityBoundingSet=~CAP_NET_ADMIN CAP_SYS_PTRACE|User=x|RestrictNamespaces=~user"): 8.5,
    (
        "SystemCallFilter=~@mount @debug|ProtectControlGroups=yes|ProtectSystem=strict|"
        "KeyringMode=inherit|SystemCallArchitectures=x86|ProtectHostname=yes"
    ): 9.0,
    (
        "UMask=0002|CapabilityBoundingSet=~CAP_SYS_ADMIN|RestrictAddressFamilies=none|"
        "ProtectHome=read-only|Delegate=yes|PrivateUsers=yes|ProtectControlGroups=yes|"
        "ProtectProc=invisible|DynamicUser=yes|NoNewPrivileges=yes|RestrictNamespaces=~user"
    ): 6.6,
    (
        "CapabilityBoundingSet=~CAP_SETUID CAP_SETGID CAP_SETPCAP|MountFlags=slave|RemoveIPC=yes|User=x|"
        "SystemCallFilter=@basic-io @network-io"
    ): 7.3,
    (
        "RestrictNamespaces=user net|UMask=0077|RuntimeDirectory=x|ProtectProc=invisible|User=x|"
        "SupplementaryGroups=y|ProtectSystem=yes|MemoryDenyWriteExecute=yes|"
        "CapabilityBoundingSet=~CAP_SYS_ADMIN|SystemCallArchitectures=native|"
        "SystemCallFilter=@system-service|DynamicUser=yes|IPAddressDeny=any|IPAddressAllow=localhost|"
        "DevicePolicy=strict"
    ): 5.7,
    (
        "SystemCallFilter=@system-service|NoNewPrivileges=yes|RestrictAddressFamilies=~AF_PACKET|"
        "IPAddressDeny=any|IPAddressAllow=10.0.0.0/8|PrivateIPC=yes|CapabilityBoundingSet=|"
        "ProtectProc=invisible|ProtectKernelLogs=yes|RestrictNamespaces=~user|User=0"
    ): 4.7,
}


def unit(lines: str) -> str:
    return "[Service]\nExecStart=/bin/true\n" + lines.replace("|", "\n") + "\n"


@pytest.mark.parametrize("lines", SERVICES)
def test_the_exposure_is_that_of_systemd(lines: str) -> None:
    model = parse("systemd", Source("app.service", unit(lines)), FilesReader(MemoryFiles({}))).model
    assert exposure_of(model) == SERVICES[lines]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("lines", SERVICES)
def test_systemd_says_so(lines: str, tmp_path: Path) -> None:
    path = tmp_path / "app.service"
    path.write_text(unit(lines))
    command = ["systemd-analyze", "security", "--offline=true", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()[-1]
    assert float(said.partition(": ")[2].split()[0]) == SERVICES[lines]


def test_what_weighs_most_comes_first() -> None:
    model = parse("systemd", Source("app.service", unit("User=shop")), FilesReader(MemoryFiles({}))).model
    assert heaviest(model)[:3] == ["CapabilityBoundingSet=", "SystemCallFilter=", "RestrictNamespaces="]
