"""The PBX's wire as frozen typed values: an asyncio client without Qt, usable as a library on its own."""
