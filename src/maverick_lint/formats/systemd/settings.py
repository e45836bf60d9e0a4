"""The settings that systemd knows, by section.

Source: the manual pages systemd.unit(5), systemd.service(5), systemd.exec(5), systemd.kill(5),
systemd.resource-control(5), systemd.timer(5), systemd.socket(5), systemd.path(5), systemd.mount(5) of systemd 257
(December 2024), with settings of earlier versions that are still read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

_UNIT: Final = """
Description Documentation Wants Requires Requisite BindsTo PartOf Upholds Conflicts Before After OnFailure OnSuccess
PropagatesReloadTo ReloadPropagatedFrom PropagatesStopTo StopPropagatedFrom JoinsNamespaceOf RequiresMountsFor
WantsMountsFor OnFailureJobMode OnSuccessJobMode IgnoreOnIsolate StopWhenUnneeded RefuseManualStart RefuseManualStop
AllowIsolate DefaultDependencies SurviveFinalKillSignal CollectMode FailureAction SuccessAction
FailureActionExitStatus SuccessActionExitStatus JobTimeoutSec JobRunningTimeoutSec JobTimeoutAction
JobTimeoutRebootArgument StartLimitIntervalSec StartLimitInterval StartLimitBurst StartLimitAction RebootArgument
SourcePath RequiresOverridable RequisiteOverridable IgnoreOnSnapshot OnFailureIsolate
"""
_CONDITIONS: Final = """
Architecture Virtualization Host KernelCommandLine KernelVersion Version Credential Environment Security Capability
ACPower NeedsUpdate FirstBoot PathExists PathExistsGlob PathIsDirectory PathIsSymbolicLink PathIsMountPoint
PathIsReadWrite PathIsEncrypted DirectoryNotEmpty FileIsExecutable FileNotEmpty User Group ControlGroupController
Memory CPUs CPUFeature OSRelease MemoryPressure CPUPressure IOPressure Firmware KernelModuleLoaded Null
"""
_INSTALL: Final = "Alias WantedBy RequiredBy UpheldBy Also DefaultInstance"
_EXEC: Final = """
ExecSearchPath WorkingDirectory RootDirectory RootImage RootImageOptions RootEphemeral RootHash RootHashSignature
RootVerity RootImagePolicy MountImagePolicy ExtensionImagePolicy MountAPIVFS BindLogSockets ProtectProc ProcSubset
BindPaths BindReadOnlyPaths MountImages ExtensionImages ExtensionDirectories User Group DynamicUser
SupplementaryGroups SetLoginEnvironment PAMName CapabilityBoundingSet AmbientCapabilities NoNewPrivileges SecureBits
SELinuxContext AppArmorProfile SmackProcessLabel LimitCPU LimitFSIZE LimitDATA LimitSTACK LimitCORE LimitRSS
LimitNOFILE LimitAS LimitNPROC LimitMEMLOCK LimitLOCKS LimitSIGPENDING LimitMSGQUEUE LimitNICE LimitRTPRIO LimitRTTIME
UMask CoredumpFilter KeyringMode OOMScoreAdjust TimerSlackNSec Personality IgnoreSIGPIPE Nice CPUSchedulingPolicy
CPUSchedulingPriority CPUSchedulingResetOnFork CPUAffinity NUMAPolicy NUMAMask IOSchedulingClass IOSchedulingPriority
ProtectSystem ProtectHome RuntimeDirectory StateDirectory CacheDirectory LogsDirectory ConfigurationDirectory
RuntimeDirectoryMode StateDirectoryMode CacheDirectoryMode LogsDirectoryMode ConfigurationDirectoryMode
RuntimeDirectoryPreserve StateDirectoryQuota StateDirectoryAccounting CacheDirectoryQuota CacheDirectoryAccounting
LogsDirectoryQuota LogsDirectoryAccounting TimeoutCleanSec ReadWritePaths ReadOnlyPaths InaccessiblePaths ExecPaths
NoExecPaths TemporaryFileSystem PrivateTmp PrivateDevices PrivateNetwork NetworkNamespacePath PrivateIPC
IPCNamespacePath MemoryKSM PrivatePIDs PrivateUsers ProtectHostname ProtectClock ProtectKernelTunables
ProtectKernelModules ProtectKernelLogs ProtectControlGroups RestrictAddressFamilies RestrictFileSystems
RestrictNamespaces DelegateNamespaces LockPersonality MemoryDenyWriteExecute RestrictRealtime RestrictSUIDSGID
RemoveIPC PrivateMounts MountFlags SystemCallFilter SystemCallErrorNumber SystemCallArchitectures SystemCallLog
Environment EnvironmentFile PassEnvironment UnsetEnvironment StandardInput StandardOutput StandardError
StandardInputText StandardInputData LogLevelMax LogExtraFields LogRateLimitIntervalSec LogRateLimitBurst
LogFilterPatterns LogNamespace SyslogIdentifier SyslogFacility SyslogLevel SyslogLevelPrefix TTYPath TTYReset
TTYVHangup TTYColumns TTYRows TTYVTDisallocate LoadCredential LoadCredentialEncrypted ImportCredential SetCredential
SetCredentialEncrypted UtmpIdentifier UtmpMode ReadWriteDirectories ReadOnlyDirectories InaccessibleDirectories
Capabilities TCPWrapName PrivateBPF
"""
_KILL: Final = """
KillMode KillSignal RestartKillSignal SendSIGHUP SendSIGKILL FinalKillSignal WatchdogSignal
"""
_RESOURCES: Final = """
CPUAccounting CPUWeight StartupCPUWeight CPUQuota CPUQuotaPeriodSec AllowedCPUs StartupAllowedCPUs MemoryAccounting
MemoryMin MemoryLow DefaultMemoryMin DefaultMemoryLow DefaultStartupMemoryLow StartupMemoryLow MemoryHigh
StartupMemoryHigh MemoryMax StartupMemoryMax MemorySwapMax StartupMemorySwapMax MemoryZSwapMax StartupMemoryZSwapMax
MemoryZSwapWriteback AllowedMemoryNodes StartupAllowedMemoryNodes TasksAccounting TasksMax IOAccounting IOWeight
StartupIOWeight IODeviceWeight IOReadBandwidthMax IOWriteBandwidthMax IOReadIOPSMax IOWriteIOPSMax
IODeviceLatencyTargetSec IPAccounting IPAddressAllow IPAddressDeny SocketBindAllow SocketBindDeny
RestrictNetworkInterfaces NFTSet IPIngressFilterPath IPEgressFilterPath BPFProgram DeviceAllow DevicePolicy Slice
Delegate DelegateSubgroup DisableControllers ManagedOOMSwap ManagedOOMMemoryPressure ManagedOOMMemoryPressureLimit
ManagedOOMMemoryPressureDurationSec ManagedOOMPreference MemoryPressureWatch MemoryPressureThresholdSec
CoredumpReceive CPUShares StartupCPUShares MemoryLimit BlockIOAccounting BlockIOWeight StartupBlockIOWeight
BlockIODeviceWeight BlockIOReadBandwidth BlockIOWriteBandwidth NetClass
"""
_SERVICE: Final = """
Type ExitType RemainAfterExit GuessMainPID PIDFile BusName ExecStart ExecStartPre ExecStartPost ExecCondition
ExecReload ExecReloadPost ExecStop ExecStopPost RestartSec RestartSteps RestartMaxDelaySec TimeoutStartSec
TimeoutStopSec TimeoutAbortSec TimeoutSec TimeoutStartFailureMode TimeoutStopFailureMode RuntimeMaxSec
RuntimeRandomizedExtraSec WatchdogSec Restart RestartMode SuccessExitStatus RestartPreventExitStatus
RestartForceExitStatus RootDirectoryStartOnly NonBlocking NotifyAccess Sockets FileDescriptorStoreMax
FileDescriptorStorePreserve USBFunctionDescriptors USBFunctionStrings OOMPolicy OpenFile ReloadSignal RefreshOnReload
PermissionsStartOnly StartLimitInterval StartLimitBurst StartLimitAction FailureAction RebootArgument
SysVStartPriority
"""
_TIMER: Final = """
OnActiveSec OnBootSec OnStartupSec OnUnitActiveSec OnUnitInactiveSec OnCalendar AccuracySec RandomizedDelaySec
FixedRandomDelay RandomizedOffsetSec DeferReactivation OnClockChange OnTimezoneChange Unit Persistent WakeSystem
RemainAfterElapse
"""
_SOCKET: Final = """
ListenStream ListenDatagram ListenSequentialPacket ListenFIFO ListenSpecial ListenNetlink ListenMessageQueue
ListenUSBFunction SocketProtocol BindIPv6Only Backlog BindToDevice SocketUser SocketGroup SocketMode DirectoryMode
Accept Writable FlushPending MaxConnections MaxConnectionsPerSource KeepAlive KeepAliveTimeSec KeepAliveIntervalSec
KeepAliveProbes NoDelay Priority DeferAcceptSec ReceiveBuffer SendBuffer IPTOS IPTTL Mark ReusePort SmackLabel
SmackLabelIPIn SmackLabelIPOut SELinuxContextFromNet PipeSize MessageQueueMaxMessages MessageQueueMessageSize FreeBind
Transparent Broadcast PassCredentials PassPIDFD PassSecurity PassPacketInfo PassFileDescriptorsToExec Timestamping
TCPCongestion ExecStartPre ExecStartPost ExecStopPre ExecStopPost TimeoutSec Service RemoveOnStop Symlinks
FileDescriptorName TriggerLimitIntervalSec TriggerLimitBurst PollLimitIntervalSec PollLimitBurst DeferTrigger
DeferTriggerMaxSec AcceptFileDescriptors
"""
_PATH: Final = """
PathExists PathExistsGlob PathChanged PathModified DirectoryNotEmpty Unit MakeDirectory DirectoryMode
TriggerLimitIntervalSec TriggerLimitBurst
"""
_MOUNT: Final = """
What Where Type Options SloppyOptions LazyUnmount ReadWriteOnly ForceUnmount DirectoryMode TimeoutSec
"""
_OTHER: Final = {
    "Automount": "Where ExtraOptions DirectoryMode TimeoutIdleSec",
    "Swap": "What Priority Options TimeoutSec",
    "Slice": "ConcurrencyHardMax ConcurrencySoftMax",
    "Scope": "RuntimeMaxSec RuntimeRandomizedExtraSec OOMPolicy TimeoutStopSec",
}


@lru_cache(maxsize=1)
def known() -> dict[str, frozenset[str]]:
    """Return the settings of each section."""
    words = {name: text.split() for name, text in _groups().items()}
    conditions = [f"{kind}{name}" for kind in ("Condition", "Assert") for name in _CONDITIONS.split()]
    sections = {
        "Unit": [*words["unit"], *conditions],
        "Install": words["install"],
        "Service": [*words["service"], *words["process"]],
        "Timer": words["timer"],
        "Socket": [*words["socket"], *words["process"]],
        "Path": words["path"],
        "Mount": [*words["mount"], *words["process"]],
        "Swap": [*_OTHER["Swap"].split(), *words["process"]],
        "Automount": _OTHER["Automount"].split(),
        "Slice": [*_OTHER["Slice"].split(), *words["resources"]],
        "Scope": [*_OTHER["Scope"].split(), *words["resources"], *words["kill"]],
    }
    return {name: frozenset(found) for name, found in sections.items()}


def _groups() -> dict[str, str]:
    return {
        "unit": _UNIT,
        "install": _INSTALL,
        "service": _SERVICE,
        "timer": _TIMER,
        "socket": _SOCKET,
        "path": _PATH,
        "mount": _MOUNT,
        "resources": _RESOURCES,
        "kill": _KILL,
        "process": f"{_EXEC} {_KILL} {_RESOURCES}",
    }
