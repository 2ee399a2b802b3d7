"""Which increments may follow a signature: narrower than pyHanko's default.

The default also lets /DR, /DA, /NeedAppearances and /Ff change; with a swapped
font in /DR a viewer may draw another number under a signature still called
valid. Here only /V and a new /AP of a form field may change.
"""

from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    GenericFieldModificationRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
)
from pyhanko.sign.diff_analysis.form_rules_api import FormUpdatingRule

STRICT = StandardDiffPolicy(
    DEFAULT_DIFF_POLICY.global_rules,
    FormUpdatingRule(
        [
            SigFieldCreationRule(),  # type: ignore[no-untyped-call]  # pyHanko
            SigFieldModificationRule(),
            GenericFieldModificationRule(
                allow_in_place_appearance_stream_changes=False,
                always_modifiable=frozenset(),
                value_update_keys={"/V", "/AP"},
            ),
        ],
        ignored_acroform_keys={"/Fields"},
    ),
)
