"""The statistics page: what somebody wants to see of the past, and the report that answers it."""
