"""Signs notices with PAdES and says whether signatures hold; never uses a network."""

import logging

from fieldapp.signing.desk import Pkcs12Signatures

# pyHanko logs an untrusted signer with a traceback; without a handler of its own
# that would land on the person's screen.
for _vendor in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_vendor).addHandler(logging.NullHandler())

__all__ = ["Pkcs12Signatures"]
