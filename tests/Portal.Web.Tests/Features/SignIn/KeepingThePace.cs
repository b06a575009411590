using System.Diagnostics;
using Portal.TestKit;
using Portal.Web.Domain.Accounts.SignIn;

namespace Portal.Web.Tests.Features.SignIn;

public sealed class KeepingThePace
{
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(200);

    [Fact]
    public async Task EN_02_AnAnswerThatWasQuick_WaitsForThePaceOfTheOthers()
    {
        var (pace, time) = await WithAPaceAsync();
        var began = time.GetTimestamp();
        await pace.KeepAsync(began, 1);
        time.GetElapsedTime(began).ShouldBeGreaterThan(Usual / 2);
    }

    [Fact]
    public async Task EN_02_CheapAnswersDoNotHurryCostlyOnes()
    {
        var (pace, time) = await WithAPaceAsync();
        for (var i = 0; i < 50; i++)
        {
            await pace.KeepAsync(time.GetTimestamp(), 0);
        }

        var began = time.GetTimestamp();
        await pace.KeepAsync(began, 1);
        time.GetElapsedTime(began).ShouldBeGreaterThan(Usual / 2);
    }

    [Fact]
    public async Task EN_02_ADMIN_12_WhereAnOldHashTakesLonger_OthersOfTheTenantKeepToItsTime()
    {
        var (pace, time) = await WithAPaceAsync();
        var (tenant, other) = (Guid.NewGuid(), Guid.NewGuid());
        await pace.KeepAsync(time.GetTimestamp() - (long)(4 * Usual.TotalSeconds * Stopwatch.Frequency), 1, tenant, byOldHash: true);

        var began = time.GetTimestamp();
        await pace.KeepAsync(began, 1, tenant);
        time.GetElapsedTime(began).ShouldBeGreaterThan(3 * Usual);
        began = time.GetTimestamp();
        await pace.KeepAsync(began, 1, other);
        time.GetElapsedTime(began).ShouldBeLessThan(3 * Usual);
    }

    private static async Task<(RefusalPace Pace, FakeTime Time)> WithAPaceAsync()
    {
        var time = FakeTime.StandingStill();
        var pace = new RefusalPace(time);
        await pace.KeepAsync(time.GetTimestamp() - (long)(Usual.TotalSeconds * Stopwatch.Frequency), 1);
        return (pace, time);
    }
}
