using Portal.Rules.Watching;

namespace Portal.Rules.Tests.Watching;

public sealed class WorkHealthRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 13, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RoundState.Waiting, 60, false)]
    [InlineData(RoundState.Waiting, 0, false)]
    [InlineData(RoundState.Waiting, -300, false)]
    [InlineData(RoundState.Waiting, -301, true)]
    [InlineData(RoundState.Waiting, null, true)]
    [InlineData(RoundState.Running, -301, false)]
    [InlineData(RoundState.Running, -3600, false)]
    [InlineData(RoundState.Running, -3601, true)]
    [InlineData(RoundState.Running, null, false)]
    [InlineData(RoundState.Broken, 60, true)]
    public void ADMIN_9_ARoundIsLate_WhenItsTimeIsLongOver(RoundState state, int? dueInSeconds, bool late)
    {
        var due = dueInSeconds is { } seconds ? Now.AddSeconds(seconds) : (DateTimeOffset?)null;

        var health = WorkHealthRules.Of(new ScheduledWork([Now], [new RoundTurn("seal-1", due, null, state)]), Now);

        health.Late.ShouldBe(late ? ["seal-1"] : []);
        health.IsWell.ShouldBe(!late);
    }

    [Theory]
    [InlineData(new int[0], 0)]
    [InlineData(new[] { 0 }, 1)]
    [InlineData(new[] { -60 }, 1)]
    [InlineData(new[] { -61 }, 0)]
    [InlineData(new[] { -5, -61, 2 }, 2)]
    public void ADMIN_9_ANodeThatIsNotHeardOfForAMinute_IsGone(int[] seenSeconds, int nodes)
    {
        var health = WorkHealthRules.Of(new ScheduledWork([.. seenSeconds.Select(each => Now.AddSeconds(each))], []), Now);

        health.Nodes.ShouldBe(nodes);
        health.IsWell.ShouldBe(nodes > 0);
    }

    [Fact]
    public void ADMIN_9_ItSaysWhenAnythingLastBegan_AndWhatIsLateInOrder()
    {
        var health = WorkHealthRules.Of(new ScheduledWork([Now],
        [
            new RoundTurn("seal-1", Now.AddHours(-1), Now.AddHours(-2), RoundState.Waiting),
            new RoundTurn("export-1", Now.AddHours(-1), null, RoundState.Broken),
            new RoundTurn("import-1", Now.AddSeconds(9), Now.AddSeconds(-1), RoundState.Waiting),
        ]), Now);

        health.LastBegan.ShouldBe(Now.AddSeconds(-1));
        health.Late.ShouldBe(["export-1", "seal-1"]);
        WorkHealthRules.Of(new ScheduledWork([], []), Now).LastBegan.ShouldBeNull();
    }
}
