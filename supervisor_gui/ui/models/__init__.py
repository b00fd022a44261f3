"""Row models for Qt's views that know nothing of what their rows mean."""
