using Portal.Web.Data;

namespace Portal.Web.Tests.Data;

/// <summary>The clock between two questions, on a machine that is set, sleeps, and waits for answers.</summary>
public sealed class CountingFromTheDatabase
{
    private static readonly DateTimeOffset Database = new(2026, 5, 13, 1, 0, 0, TimeSpan.Zero);

    private readonly Machine machine = new() { Wall = Database.AddHours(-25) };
    private readonly DatabaseClock clock;

    public CountingFromTheDatabase() => clock = new DatabaseClock(machine);

    [Fact]
    public async Task FP_06_ItIsAskedForFirst_AndWhatPassesIsCounted()
    {
        (clock.IsMeasured, clock.IsDue).ShouldBe((false, true));
        await MeasureAsync();
        (clock.IsMeasured, clock.IsDue, clock.GetUtcNow()).ShouldBe((true, false, Database));

        machine.Pass(TimeSpan.FromSeconds(60));
        (clock.IsDue, clock.GetUtcNow()).ShouldBe((false, Database.AddSeconds(60)));
        machine.Pass(TimeSpan.FromSeconds(1));
        clock.IsDue.ShouldBeTrue();
    }

    [Theory]
    [InlineData(2 * 60)]
    [InlineData(-25 * 60)]
    public async Task FP_06_AMachineThatIsSet_MovesNothing_AndAsksAtOnce(int minutes)
    {
        await MeasureAsync();
        machine.Wall += TimeSpan.FromMinutes(minutes);

        (clock.IsDue, clock.GetUtcNow()).ShouldBe((true, Database));
        await MeasureAsync();
        (clock.IsDue, clock.GetUtcNow()).ShouldBe((false, Database));
    }

    [Fact]
    public async Task FP_06_AMachineThatSlept_AsksAtOnce()
    {
        await MeasureAsync();
        machine.Wall += TimeSpan.FromHours(8); // nothing was counted meanwhile

        clock.IsDue.ShouldBeTrue();
        await MeasureAsync(Database.AddHours(8));
        (clock.IsDue, clock.GetUtcNow()).ShouldBe((false, Database.AddHours(8)));
    }

    [Fact]
    public async Task FP_06_AnAnswerIsFromTheMiddleOfItsWay_AndOneThatTookLongIsNotTaken()
    {
        await MeasureAsync(Database, TimeSpan.FromSeconds(2));
        clock.GetUtcNow().ShouldBe(Database.AddSeconds(1));

        machine.Pass(TimeSpan.FromMinutes(2));
        var before = clock.GetUtcNow();
        await MeasureAsync(Database.AddHours(1), TimeSpan.FromSeconds(3));
        (clock.IsDue, clock.GetUtcNow()).ShouldBe((true, before.AddSeconds(3)));
    }

    private Task MeasureAsync(DateTimeOffset? says = null, TimeSpan way = default) => clock.MeasureAsync(() =>
    {
        machine.Pass(way);
        return Task.FromResult(says ?? Database);
    });

    private sealed class Machine : TimeProvider
    {
        private TimeSpan counted;

        public DateTimeOffset Wall { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => (Wall, counted) = (Wall + time, counted + time);

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => counted.Ticks;
    }
}
