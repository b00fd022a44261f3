"""Reports as files: pictures and pages painted, and any format written beside its target. Always light."""
