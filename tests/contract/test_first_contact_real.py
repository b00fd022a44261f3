"""Getting in over real HTTP against the simulator: what is found, and that nothing secret leaves without a yes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from supervisor_gui.config import ConnectionPlan, Route
from supervisor_gui.live.first_contact import Contact, ContactKind, first_contact
from supervisor_gui.netsantral.budgets import Budgets
from supervisor_gui.netsantral.client import Client
from supervisor_gui.netsantral.crm_ids import CrmIds
from supervisor_gui.netsantral.errors import BadCredentials
from supervisor_gui.netsantral.types import Credential, Endpoints, QueueStatus
