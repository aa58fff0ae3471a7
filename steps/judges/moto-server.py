"""Starts moto's server as a store of an organization: `moto-server.py MANAGEMENT_ACCOUNT [ACCOUNT ...]`.

Credentials that no role was assumed with are of the management account; accounts that the organization creates have the
listed ids, in this order, again after each reset. The organization has the id of the tests' configurations.
"""

import os
import sys

import moto.core
import moto.core.models

# Regions that AWS opened after moto's release: a configuration may name such.
os.environ["MOTO_ALLOW_NONEXISTENT_REGION"] = "true"

ids = sys.argv[1:]
# Before the services are imported: each copies the name.
moto.core.DEFAULT_ACCOUNT_ID = moto.core.models.DEFAULT_ACCOUNT_ID = ids[0]

from moto.organizations import utils  # noqa: E402
from moto.organizations.models import organizations_backends  # noqa: E402
from moto.server import main  # noqa: E402

random_id = utils.make_random_account_id


def next_id():
    taken = {
        account.id
        for partitions in organizations_backends.values()
        for backend in partitions.values()
        for account in backend.accounts
    }
    return next((each for each in ids if each not in taken), None) or random_id()


utils.make_random_account_id = next_id
utils.make_random_org_id = lambda: "o-a1b2c3d4e5"
main(["-H", "127.0.0.1", "-p", "0"])
