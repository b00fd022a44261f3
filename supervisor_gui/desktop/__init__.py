"""The user's desktop: keyring, single instance and the doctor. It knows no PBX."""
