using Portal.TestKit;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;
using Portal.Web.Tests.Mail.Smtp;

namespace Portal.Web.Tests.Lists;

/// <summary>Counts that cost much are remembered, and never past what happens in their contract (PERF-2).</summary>
public sealed class LargeCountsTests
{
    private static readonly Guid Contract = Guid.CreateVersion7();
    private static readonly Guid[] Tenants = [Guid.CreateVersion7(), Guid.CreateVersion7()];
    private readonly HandClock time = new();
    private readonly LargeCounts counts;
    private int asked;

    public LargeCountsTests() => counts = new LargeCounts(time);

    [Theory]
    [InlineData(LargeCounts.Large - 1, 2)]
    [InlineData(LargeCounts.Large, 1)]
    public async Task PERF_2_OnlyALargeCountIsRemembered(int number, int times)
    {
        await CountAsync(number);
        await CountAsync(number);

        asked.ShouldBe(times);
    }

    [Fact]
    public async Task PERF_2_ItIsAskedAgainAfterTenSeconds()
    {
        await CountAsync(LargeCounts.Large);
        time.Advance(TimeSpan.FromSeconds(10));
        await CountAsync(LargeCounts.Large);

        asked.ShouldBe(2);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    public async Task PERF_2_ADMIN_6_WhatIsAnotherByItself_IsAskedAgainFromThatMoment(int later, int times)
    {
        var clock = FakeTime.StandingStill();
        var (all, border) = (new LargeCounts(clock), clock.GetUtcNow().AddSeconds(5));
        Task<DateTimeOffset?> Until() => Task.FromResult<DateTimeOffset?>(border);
        await all.OfAsync(Contract, "all", () => Asked(LargeCounts.Large), found => found[0], Until);
        clock.Advance(TimeSpan.FromSeconds(later));
        await all.OfAsync(Contract, "all", () => Asked(LargeCounts.Large), found => found[0], Until);

        asked.ShouldBe(times);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task PERF_2_WhatHappensInTheContractForgetsIt_AndNothingElse(bool inIt, int times)
    {
        await CountAsync(LargeCounts.Large);
        await HappenAsync(inIt ? Contract : Guid.CreateVersion7());
        await CountAsync(LargeCounts.Large);

        asked.ShouldBe(times);
    }

    [Fact]
    public async Task PERF_2_OtherConditionsAndContractsAreCountedForThemselves()
    {
        await CountAsync(LargeCounts.Large);
        await CountAsync(LargeCounts.Large, of: "others");
        await CountAsync(LargeCounts.Large, contract: Guid.CreateVersion7());

        asked.ShouldBe(3);
    }

    [Theory]
    [InlineData("case-opened", true, 2)]
    [InlineData("cases-cancelled", true, 2)]
    [InlineData("case-opened", false, 1)]
    [InlineData(AuditKinds.SignedIn, true, 1)]
    public async Task PERF_2_ThoseOfTenantsAreForgottenWhenSomethingOfTheirKindHappensInOneOfThem(string kind, bool inOne, int times)
    {
        await CountOfTenantsAsync(LargeCounts.Large);
        await HappenAsync(Guid.CreateVersion7(), kind, inOne ? Tenants[1] : Guid.CreateVersion7());
        await CountOfTenantsAsync(LargeCounts.Large);

        asked.ShouldBe(times);
    }

    [Theory]
    [InlineData(LargeCounts.Large - 1, 0, 2)]
    [InlineData(LargeCounts.Large, 9, 1)]
    [InlineData(LargeCounts.Large, 10, 2)]
    public async Task PERF_2_ThoseOfTenantsAreRememberedWhereLargeAndForTenSeconds(int number, int seconds, int times)
    {
        await CountOfTenantsAsync(number);
        time.Advance(TimeSpan.FromSeconds(seconds));
        await CountOfTenantsAsync(number);

        asked.ShouldBe(times);
    }

    [Fact]
    public async Task PERF_2_OtherConditionsTenantsAndKindsOfRowsAreCountedForThemselves()
    {
        await CountOfTenantsAsync(LargeCounts.Large);
        await CountOfTenantsAsync(LargeCounts.Large, of: "others");
        await CountOfTenantsAsync(LargeCounts.Large, about: "order");
        await CountOfTenantsAsync(LargeCounts.Large, tenants: [Tenants[0]]);

        asked.ShouldBe(4);
    }

    private async Task CountOfTenantsAsync(int number, string of = "all", string about = "case", Guid[]? tenants = null) =>
        await counts.OfAsync(tenants ?? Tenants, about, of, () => Asked(number), found => found[0]);

    private async Task CountAsync(int number, string of = "all", Guid? contract = null) => await counts.OfAsync(contract ?? Contract, of,
        () => Asked(number), found => found[0]);

    private Task<int[]> Asked(int number)
    {
        asked++;
        return Task.FromResult(new[] { number });
    }

    private async Task HappenAsync(Guid contract, string kind = AuditKinds.SignedIn, Guid tenant = default)
    {
        await using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        db.RecordedEvents.Add(new AuditEvent { Kind = kind, TenantId = tenant, ContractId = contract, CorrelationId = "test" });
        await ((ITransactionHook)counts).BeforeCommitAsync(db, TestContext.Current.CancellationToken);
    }
}
