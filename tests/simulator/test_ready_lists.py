"""Lists that a simulator has from the start."""

from tests.simulator.autocalling import autocall


async def test_one_calls_one_has_been_stopped_and_one_waits_for_its_start() -> None:
    async with autocall(dial_lists=3, agents=6) as service:
        told = (await service.order("listautocall"))["body"]
        assert [row["list_status"] for row in told] == [1, 2, 0]
        assert len({row["list_name"] for row in told}) == 3
        first, second, third = [await service.truth(row["list_id"]) for row in told]
        assert {row["state"] for row in first["numbers"]} == {"fresh", "success", "failed", "retry"}
        assert {row["state"] for row in third["numbers"]} == {"fresh"}
        assert len(second["numbers"]) == 120


async def test_the_running_one_goes_on_calling() -> None:
    async with autocall(dial_lists=1, agents=6) as service:
        list_id = (await service.order("listautocall"))["body"][0]["list_id"]
        before = (await service.report(list_id))["numbers_status"][0]["count"]
        await service.site.advance(300)
        assert (await service.report(list_id))["numbers_status"][0]["count"] < before
