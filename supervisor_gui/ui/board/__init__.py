"""The board page: totals, queues, agents and waiting callers as they are now."""
