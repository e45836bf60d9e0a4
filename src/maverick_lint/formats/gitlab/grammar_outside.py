"""What may stand where a configuration takes something from elsewhere: includes, children, secrets, inputs, steps.

`grammar` says how a line reads, and names the source.
"""

from __future__ import annotations

from typing import Final

OUTSIDE: Final = {
    "child": """
local template artifact file = text yaml
project = text project
job ref = text nonempty
component = text component
remote = text remote
inputs = table any
""",
    "include": """
local template = text yaml
project = text project
file = text yaml or list+ yaml_file
ref = text
component = text component
remote = text remote
integrity = text integrity
cache = bool or text duration
artifact = text yaml
job = text
rules = list include_rule
inputs = table any
""",
    "include_rule": """
if = text
changes = map changes or list50 text
exists = map exists or list50 text
when = one always never
""",
    "secret": """
vault = text vault or map vault
gcp_secret_manager = map named_secret
azure_key_vault = map named_secret
aws_secrets_manager = text nonempty or map aws_secret
gitlab_secrets_manager = map gitlab_secret
akeyless = any
file = bool
token = text nonempty
""",
    "vault": """
*engine = map engine
*path *field = text nonempty
""",
    "engine": """
*name *path = text nonempty
""",
    "named_secret": """
*name = text nonempty
version = text or whole
""",
    "aws_secret": """
*secret_id = text nonempty
version_id version_stage region role_arn role_session_name field = text
""",
    "gitlab_secret": """
*name = text nonempty
source = text
""",
    "step": """
*name = text step_name
env = table loose
inputs = table any
script = text nonempty
step func = func
""",
    "func": """
git = map git
oci = map oci
""",
    "git": """
*url *rev = text nonempty
dir file = text
""",
    "oci": """
*registry *repository *tag = text nonempty
dir file = text
""",
    "spec": """
inputs = table input
include = list spec_include
component = list component_key
""",
    "spec_include": """
local = text yaml
project = text project
file = text yaml or list+ yaml_file
ref = text
remote = text remote
integrity = text integrity
cache = bool or text duration
""",
    "input": """
type = one string number boolean array
default = any
options = list50 option
regex = text regexp
description = text
rules = list+ input_rule
""",
    "job_input": """
type = one string number boolean array
*default = any
options = list50 option
regex = text regexp
description = text
""",
    "input_rule": """
if = text
options = list50 option
default = any
""",
}
