"""Makes formats/systemd/settings.txt: the settings of systemd by section, each with the form of its value.

    python -m maverick_lint.dev.systemd_table [/lib/systemd/systemd]

The manager itself prints its table of settings (`--dump-configuration-items`). It is coarse ("OTHER"), so `_FORMS` says
what `systemd-analyze verify` of systemd 252 was seen to take, each setting tried alone with right and wrong values
(November 2026). `_LATER` adds what the managers of systemd 254, 257 and 262 print beside (Debian's packages), with the
version that the manual pages of 262 name; tests/fixtures/systemd/since.tsv has what each of the three knows.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

_TARGET = Path(__file__).parent.parent / "formats" / "systemd" / "settings.txt"
_WIDTH = 118

# What the manager calls a type, and what we call the form. A form with `!` refuses an empty value.
_OF_TYPE = {
    "BOOLEAN": "bool!", "SECONDS": "time!", "NANOSECONDS": "time!", "UNSIGNED": "unsigned!", "INTEGER": "int!",
    "LONG": "int!", "UNIT [...]": "units", "URL": "urls", "ACTION": "action!", "PATH [ARGUMENT [...]]": "exec",
    "PATH": "path", "PATH [...]": "paths", "PATH[:PATH[:OPTIONS]] [...]": "binds", "STATUS": "statuses",
    "NICE": "nice", "OOMSCOREADJUST": "oom", "IOPRIORITY": "ioprio", "CPUSCHEDPRIO": "rtprio!",
    "CPUAFFINITY": "cpus", "ENVIRON": "env", "FILE": "envfile", "BOUNDINGSET": "caps", "SYSCALLS": "syscalls",
    "ARCHS": "archs", "NAMESPACES": "namespaces", "FAMILIES": "families", "LIMIT": "rlimit!", "CPUWEIGHT": "cpuweight",
    "WEIGHT": "weight", "SHARES": "shares", "SIGNAL": "signal!", "SIZE": "size!", "TIMER": "time", "DEVICE": "device",
    "TIMEOUTMODE": "failuremode!", "SERVICETYPE": "type!", "SERVICEEXITTYPE": "exittype!", "SERVICERESTART": "restart!",
    "ACCESS": "access!", "KILLMODE": "killmode", "IOCLASS": "ioclass", "CPUSCHEDPOLICY": "cpupolicy",
    "INPUT": "input!", "OUTPUT": "output!", "FACILITY": "facility!", "LEVEL": "level!", "MOUNTFLAG [...]": "mountflags",
    "POLICY": "devicepolicy!", "SOCKETBIND": "ipv6only!", "SLICE": "slice!", "SOCKET [...]": "listen",
    "CONDITION": "text", "MODE": "mode!", "PERSONALITY": "text", "UNIT": "unit!", "SERVICE": "service!",
    "SOCKETS": "units",
}  # fmt: skip
_FORMS = {
    "jobmode!": "OnSuccessJobMode OnFailureJobMode",
    "time!": "JobTimeoutSec JobRunningTimeoutSec TimeoutStopSec TimeoutSec",
    "time": "TimeoutAbortSec CPUQuotaPeriodSec TimeoutIdleSec ManagedOOMMemoryPressureDurationSec",
    "collect!": "CollectMode", "oompolicy!": "OOMPolicy", "busname!": "BusName", "workdir": "WorkingDirectory",
    "bool": "MountAPIVFS", "protectsystem!": "ProtectSystem", "protecthome!": "ProtectHome",
    "protectproc!": "ProtectProc", "procsubset!": "ProcSubset", "keyring!": "KeyringMode", "utmp!": "UtmpMode",
    "preserve!": "RuntimeDirectoryPreserve", "oomkill": "ManagedOOMSwap ManagedOOMMemoryPressure",
    "oompreference!": "ManagedOOMPreference", "memory": "MemoryMin DefaultMemoryMin DefaultMemoryLow MemoryLow "
    "MemoryHigh MemoryMax MemorySwapMax MemoryLimit", "tasks": "TasksMax", "quota": "CPUQuota",
    "delegate": "Delegate", "addresses": "IPAddressAllow IPAddressDeny", "numa": "NUMAPolicy",
    "cpus": "AllowedCPUs StartupAllowedCPUs AllowedMemoryNodes StartupAllowedMemoryNodes NUMAMask",
    "dirs": "RuntimeDirectory StateDirectory CacheDirectory LogsDirectory ConfigurationDirectory",
    "tmpfs": "TemporaryFileSystem", "unsigned": "TTYRows TTYColumns", "protocol!": "SocketProtocol",
    "stamps!": "Timestamping", "units": "WantedBy RequiredBy Also UpheldBy",
    "limitcpu!": "LimitCPU LimitRTTIME", "limitbytes!": "LimitFSIZE LimitDATA LimitSTACK LimitCORE LimitRSS LimitAS "
    "LimitMEMLOCK LimitMSGQUEUE", "text!": "LimitNICE", "rlimit!": "LimitNOFILE LimitNPROC LimitLOCKS LimitSIGPENDING "
    "LimitRTPRIO", "devicelimit": "IOReadBandwidthMax IOWriteBandwidthMax IOReadIOPSMax IOWriteIOPSMax "
    "IODeviceLatencyTargetSec",
    "abspath": "ConditionPathExists ConditionPathExistsGlob ConditionPathIsDirectory ConditionPathIsSymbolicLink "
    "ConditionPathIsMountPoint ConditionPathIsReadWrite ConditionPathIsEncrypted ConditionDirectoryNotEmpty "
    "ConditionFileNotEmpty ConditionFileIsExecutable ConditionNeedsUpdate",
    "calendar": "OnCalendar", "fatalpath": "RootDirectory RootImage RootVerity", "privatetmp!": "PrivateTmp",
    "text": "ExecSearchPath ListenNetlink",
    "path": "ListenFIFO ListenSpecial ListenMessageQueue ListenUSBFunction", "privateusers!": "PrivateUsers",
    "controlgroups!": "ProtectControlGroups", "hostname!": "ProtectHostname",
}  # fmt: skip
_FORM_OF = {key: form.strip() for form, keys in _FORMS.items() for key in keys.split()}
_FORM_OF |= {key.replace("Condition", "Assert"): form for key, form in _FORM_OF.items() if key.startswith("Condition")}

# Section, version, form: settings that systemd 252 does not list; version 0 for those that no longer do anything.
_LATER = {
    ("Unit", 255, "bool!"): "SurviveFinalKillSignal",
    ("Unit", 256, "paths"): "WantsMountsFor",
    ("Unit", 258, "text"): "ConditionVersion AssertVersion ConditionKernelModuleLoaded AssertKernelModuleLoaded",
    ("Unit", 260, "abspath"): "ConditionPathIsSocket AssertPathIsSocket",
    ("Unit", 261, "text"): "ConditionFraction AssertFraction",
    ("Unit", 262, "text"): "ConditionMachineTag AssertMachineTag",
    ("Install", 254, "units"): "UpheldBy",
    ("Service", 253, "signal!"): "ReloadSignal",
    ("Service", 253, "text"): "OpenFile",
    ("Service", 254, "text"): "FileDescriptorStorePreserve RestartMode",
    ("Service", 254, "unsigned!"): "RestartSteps",
    ("Service", 254, "time!"): "RestartMaxDelaySec",
    ("Service", 259, "exec"): "ExecReloadPost",
    ("Service", 260, "text"): "RefreshOnReload",
    ("Service", 262, "text"): "LUOSession",
    ("Service", 262, "time!"): "RestartRandomizedDelaySec",
    ("Unit", 0, "text"): "AssertFirmware ConditionNull AssertNull IgnoreOnSnapshot",
    ("Service", 0, "text"): "SysVStartPriority",
    ("process", 0, "text"): "Capabilities TCPWrapName",
    ("resources", 0, "text"): "NetClass",
    ("process", 253, "text"): "LogFilterPatterns",
    ("process", 254, "text"): "RootEphemeral MemoryKSM ImportCredential RootImagePolicy MountImagePolicy "
    "ExtensionImagePolicy",
    ("process", 255, "bool!"): "SetLoginEnvironment",
    ("process", 257, "text"): "BindLogSockets PrivatePIDs",
    ("process", 258, "text"): "DelegateNamespaces StateDirectoryQuota StateDirectoryAccounting "
    "CacheDirectoryQuota "
    "CacheDirectoryAccounting LogsDirectoryQuota LogsDirectoryAccounting PrivateBPF BPFDelegateCommands "
    "BPFDelegateMaps "
    "BPFDelegatePrograms BPFDelegateAttachments",
    ("process", 259, "text"): "UserNamespacePath",
    ("process", 260, "text"): "MemoryTHP RootMStack",
    ("resources", 253, "memory"): "MemoryZSwapMax",
    ("resources", 254, "text"): "DelegateSubgroup MemoryPressureWatch",
    ("resources", 254, "time!"): "MemoryPressureThresholdSec",
    ("resources", 254, "memory"): "StartupMemoryLow StartupMemoryHigh StartupMemoryMax StartupMemorySwapMax "
    "StartupMemoryZSwapMax DefaultStartupMemoryLow",
    ("resources", 255, "text"): "NFTSet CoredumpReceive",
    ("resources", 256, "bool!"): "MemoryZSwapWriteback",
    ("resources", 260, "text"): "BindNetworkInterface",
    ("resources", 261, "text"): "CPUPressureWatch IOPressureWatch CPUSetPartition OOMRules",
    ("resources", 261, "time!"): "CPUPressureThresholdSec IOPressureThresholdSec",
    ("resources", 257, "time"): "ManagedOOMMemoryPressureDurationSec",
    ("Timer", 257, "bool!"): "DeferReactivation",
    ("Timer", 258, "time!"): "RandomizedOffsetSec",
    ("Socket", 255, "time!"): "PollLimitIntervalSec",
    ("Socket", 255, "unsigned!"): "PollLimitBurst",
    ("Socket", 256, "text"): "PassFileDescriptorsToExec",
    ("Socket", 258, "text"): "AcceptFileDescriptors PassPIDFD DeferTrigger DeferTriggerMaxSec",
    ("Socket", 262, "text"): "XAttrAccept XAttrEntryPoint XAttrListen",
    ("Slice", 258, "unsigned!"): "ConcurrencyHardMax ConcurrencySoftMax",
    ("Slice", 262, "text"): "ActivatingConcurrencyMax",
}
_PROCESSES = ("Service", "Socket", "Mount", "Swap")


def main(manager: str) -> None:
    """Write the table that a manager prints, with what later versions add."""
    table = _read(_output(manager, "--dump-configuration-items"))
    version = _output(manager, "--version").split()[1]
    shared = {"process": _common(table, _PROCESSES), "resources": _common(table, (*_PROCESSES, "Slice"))}
    shared["kill"] = {k: v for k, v in _common(table, (*_PROCESSES, "Scope")).items() if k not in shared["resources"]}
    shared["process"] = {k: v for k, v in shared["process"].items() if k not in shared["resources"] | shared["kill"]}
    uses: dict[str, tuple[str, ...]] = dict.fromkeys(_PROCESSES, ("process", "resources", "kill"))
    uses |= {"Slice": ("resources",), "Scope": ("resources", "kill")}
    lines = [
        f"# The settings of systemd {version} by section with the form of their values, as its manager prints them,",
        "# and those of later versions by the manual pages of systemd 262 (`since`). Made by dev/systemd_table.py.",
    ]
    for name, keys in (*shared.items(), *table.items()):
        known = {key for use in uses.get(name, ()) for key in shared[use]}
        lines.append(" ".join([f"[{name}]", *uses.get(name, ())]))
        lines += _grouped({key: form for key, form in keys.items() if key not in known})
        lines += [f"since {v} {form} {keys}" for (part, v, form), keys in _LATER.items() if part == name]
    _TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - named by the caller


def _read(text: str) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    section = ""
    for line in text.splitlines():
        header = re.fullmatch(r"\[(\w+)\]", line)
        key, sign, kind = line.partition("=")
        if header is not None:
            section = header[1]
        elif sign:
            table.setdefault(section, {})[key] = _FORM_OF.get(key, _OF_TYPE.get(kind, "text"))
    return table


def _common(table: dict[str, dict[str, str]], names: tuple[str, ...]) -> dict[str, str]:
    first, *others = names
    return {key: form for key, form in table[first].items() if all(key in table[other] for other in others)}


def _grouped(keys: dict[str, str]) -> list[str]:
    forms: dict[str, list[str]] = {}
    for key, form in keys.items():
        forms.setdefault(form, []).append(key)
    lines = []
    for form, found in sorted(forms.items()):
        line = form
        for key in found:
            if len(line) + len(key) >= _WIDTH:
                lines.append(line)
                line = form
            line += f" {key}"
        lines.append(line)
    return lines


if __name__ == "__main__":
    main(sys.argv[1] if sys.argv[1:] else "/lib/systemd/systemd")
