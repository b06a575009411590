using Microsoft.Extensions.Options;
using Portal.TestKit;
using Portal.Web.Domain.Accounts.Hashing;

namespace Portal.Web.Tests.Features.SignIn.Gate;

/// <summary>
/// Every core is busy, and many wait for a password hash: whose turn is next, and who is turned away.
/// </summary>
[Trait("Review", "S3")]
public sealed class SharingTheGate : IAsyncLifetime
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly HashGateOptions Limits = new() { Queue = 10, KnownQueue = 4, LanePlaces = 3, AddressPlaces = 6 };
    private readonly List<IDisposable> busy = [];
    private readonly HashGate gate = new(Options.Create(Limits), FakeTime.StandingStill());

    public async ValueTask InitializeAsync()
    {
        for (var core = 0; core < Environment.ProcessorCount; core++)
        {
            busy.Add((await Enter($"busy{core}", "busy")).ShouldNotBeNull());
        }
    }

    public ValueTask DisposeAsync()
    {
        busy.ForEach(place => place.Dispose());
        return default;
    }

    [Fact]
    public async Task LOCK_2_ALaneHoldsFewAndOneMoreIsTurnedAwayAtOnce()
    {
        var waiting = Fill(Limits.LanePlaces, _ => Enter("N1", "a"));

        (await Enter("N1", "a")).ShouldBeNull();

        waiting.ShouldAllBe(place => !place.IsCompleted);
        Enter("N2", "a").IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task LOCK_2_InAFullLaneWhoHoldsMostOfItGivesAPlaceUp()
    {
        var attacker = Fill(Limits.LanePlaces, _ => Enter("N1", "attacker"));
        var owner = Enter("N1", "owner");

        (await attacker[^1]).ShouldBeNull();
        owner.IsCompleted.ShouldBeFalse();
        attacker.SkipLast(1).ShouldAllBe(place => !place.IsCompleted);
    }

    [Fact]
    public async Task RX_01_AnAddressHoldsFewOverAllLanesAndTenants()
    {
        var waiting = Fill(Limits.AddressPlaces, i => Enter($"N{i}", "a", i % 2 == 0 ? One : Other));

        (await Enter("N9", "a")).ShouldBeNull();
        waiting.ShouldAllBe(place => !place.IsCompleted);
    }

    [Fact]
    public async Task RX_01_InAFullQueueTheAddressThatHoldsMostGivesAPlaceUp()
    {
        var many = Fill(Limits.AddressPlaces, i => Enter($"N{i}", "attacker"));
        var few = Fill(Limits.Queue - Limits.AddressPlaces, i => Enter($"V{i}", $"victim{i}"));

        var late = Enter("V9", "late");

        (await many[^1]).ShouldBeNull();
        late.IsCompleted.ShouldBeFalse();
        few.ShouldAllBe(place => !place.IsCompleted);
    }

    [Fact]
    public async Task RX_01_AQueueOfAsManyAddressesAsPlacesTurnsTheNewcomerAway()
    {
        var waiting = Fill(Limits.Queue, i => Enter($"N{i}", $"a{i}"));

        (await Enter("N99", "late")).ShouldBeNull();
        waiting.ShouldAllBe(place => !place.IsCompleted);
    }

    [Fact]
    public async Task RX_06_AFullQueueOfOneTenantHasAPlaceForAnother()
    {
        var noisy = Fill(Limits.Queue, i => Enter($"N{i}", $"a{i}"));

        var quiet = Enter("N1", "quiet", Other);

        (await noisy[^1]).ShouldBeNull();
        quiet.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task CG_11_KnownBrowsersHavePlacesOfTheirOwnAndEveryOtherTurn()
    {
        var strangers = Fill(Limits.Queue, i => Enter($"N{i}", $"a{i}"));
        var known = Enter("N1", "owner", queue: HashQueue.Known);

        await ServeAsync(2);

        (await known).ShouldNotBeNull();
        await OnlyOneIsServedAsync(strangers);
    }

    [Fact]
    public async Task CG_11_StrangersInTheSameLaneDoNotHoldAKnownBrowserUp()
    {
        var (stranger, known) = (Enter("N1", "a"), Enter("N1", "owner", queue: HashQueue.Known));
        await ServeAsync(2);

        (await stranger).ShouldNotBeNull();
        (await known).ShouldNotBeNull();
    }

    [Fact]
    public async Task RX_01_AddressesTakeTurns()
    {
        var many = Fill(5, i => Enter($"N{i}", "many"));
        var one = Enter("V1", "one");

        await ServeAsync(2);

        (await one).ShouldNotBeNull();
        await OnlyOneIsServedAsync(many);
    }

    [Fact]
    public async Task RX_06_TenantsTakeTurns()
    {
        var noisy = Fill(6, i => Enter($"N{i}", $"a{i}"));
        var quiet = Enter("V1", "b", Other);

        await ServeAsync(2);

        (await quiet).ShouldNotBeNull();
        await OnlyOneIsServedAsync(noisy);
    }

    [Fact]
    public async Task LOCK_2_OneOfALaneIsServedAtATimeAndTheNextWhenItIsDone()
    {
        var (first, second) = (Enter("N1", "a"), Enter("N1", "a"));
        await ServeAsync(2);
        var place = (await first).ShouldNotBeNull();
        second.IsCompleted.ShouldBeFalse();

        place.Dispose();

        (await second).ShouldNotBeNull();
    }

    [Fact]
    public async Task RX_01_WhoseTurnDoesNotComeInTimeIsTurnedAwayAndLeavesItsPlace()
    {
        var hasty = new HashGate(Options.Create(new HashGateOptions { LanePlaces = 1, Patience = TimeSpan.FromMilliseconds(1) }),
            FakeTime.StandingStill());
        var first = (await hasty.EnterAsync(new HashCaller(HashQueue.Strangers, One, "a", "N1"))).ShouldNotBeNull();

        (await hasty.EnterAsync(new HashCaller(HashQueue.Strangers, One, "a", "N1"))).ShouldBeNull();
        (await hasty.EnterAsync(new HashCaller(HashQueue.Strangers, One, "b", "N1"))).ShouldBeNull();

        first.Dispose();
        (await hasty.EnterAsync(new HashCaller(HashQueue.Strangers, One, "c", "N1"))).ShouldNotBeNull();
    }

    private Task<IDisposable?> Enter(string lane, string address, Guid? tenant = null, HashQueue queue = HashQueue.Strangers) =>
        gate.EnterAsync(new HashCaller(queue, tenant ?? One, address, lane));

    private static List<Task<IDisposable?>> Fill(int count, Func<int, Task<IDisposable?>> enter) =>
        [.. Enumerable.Range(0, count).Select(enter)];

    /// <summary>
    /// A turn that came is decided at once, and whoever waits for it goes on a little later, on another thread.
    /// </summary>
    private static async Task OnlyOneIsServedAsync(List<Task<IDisposable?>> places)
    {
        var served = await Task.WhenAny(places);
        (await served).ShouldNotBeNull();
        places.ShouldAllBe(place => place == served || !place.IsCompleted);
    }

    /// <summary>Lets so many turns come, and whoever had one keeps it.</summary>
    private async Task ServeAsync(int turns)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            if (busy.Count == 0)
            {
                throw new InvalidOperationException("This machine has too few cores for the test.");
            }

            busy[0].Dispose();
            busy.RemoveAt(0);
        }

        await Task.Yield();
    }
}
