"""What api.py gives to Schemathesis: bodies that are commands, and bodies that are not."""
import os
from pathlib import Path

import schemathesis
from hypothesis import strategies as st

SIGNED = [path.read_bytes() for path in sorted(Path(os.environ["QUORATE_SIGNED"]).glob("*.cose"))]


def cut(signed, at):
    """A signed command with a byte changed."""
    at %= len(signed)
    return signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1:]


schemathesis.openapi.media_type(
    "application/cose",
    st.one_of(
        st.sampled_from(SIGNED),
        st.builds(cut, st.sampled_from(SIGNED), st.integers(min_value=0, max_value=4096)),
        st.binary(max_size=512),
    ),
)
