using Portal.Rules.Cases;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Tests.Domain.Cases;

/// <summary>Who is rung by what; a customer's page is not even rung by what is internal (CASE-4).</summary>
public sealed class RingingThoseWhoWatch
{
    private static readonly Guid Tenant = Guid.NewGuid();
    private static readonly Guid Case = Guid.NewGuid();
    private static readonly Guid Own = Guid.NewGuid();

    [Theory]
    [InlineData(CaseNewsKind.Entry, CaseSide.Customer, true)]
    [InlineData(CaseNewsKind.Entry, CaseSide.Agent, true)]
    [InlineData(CaseNewsKind.InternalEntry, CaseSide.Customer, false)]
    [InlineData(CaseNewsKind.InternalEntry, CaseSide.Agent, true)]
    [InlineData(CaseNewsKind.Typing, CaseSide.Customer, true)]
    [InlineData(CaseNewsKind.TypingInternally, CaseSide.Customer, false)]
    [InlineData(CaseNewsKind.TypingInternally, CaseSide.Agent, true)]
    public async Task CASE_4_CASE_8_ASide_IsRungByWhatItSees(CaseNewsKind kind, CaseSide side, bool isRung)
    {
        using var watches = new CaseWatches(TimeProvider.System);
        using var watch = watches.Open(Tenant, Case, side, Own);
        await watch.WaitAsync(default);

        watches.Hear(new CaseNews(Tenant, Case, kind));

        watch.WaitAsync(default).IsCompleted.ShouldBe(isRung);
    }

    [Fact]
    public async Task CASE_8_AnotherCase_AnotherTenant_AndOnesOwnTyping_RingNobody()
    {
        using var watches = new CaseWatches(TimeProvider.System);
        using var watch = watches.Open(Tenant, Case, CaseSide.Customer, Own);
        await watch.WaitAsync(default);

        watches.Hear(new CaseNews(Tenant, Guid.NewGuid(), CaseNewsKind.Entry));
        watches.Hear(new CaseNews(Guid.NewGuid(), Case, CaseNewsKind.Entry));
        watches.Hear(new CaseNews(Tenant, Case, CaseNewsKind.Typing, new CaseTypist(Own, CaseSide.Customer, "佐藤")));

        watch.WaitAsync(default).IsCompleted.ShouldBeFalse();
        watch.TakenTypists().ShouldBeEmpty();
    }

    [Fact]
    public async Task CASE_8_RungOften_ItWakesOnce_AndNothingIsForgottenMeanwhile()
    {
        using var watches = new CaseWatches(TimeProvider.System);
        using var watch = watches.Open(Tenant, Case, CaseSide.Customer, Own);
        foreach (var name in new[] { "一人目", "二人目" })
        {
            watches.Hear(new CaseNews(Tenant, Case, CaseNewsKind.Typing, new CaseTypist(Guid.NewGuid(), CaseSide.Agent, name)));
        }

        await watch.WaitAsync(default);

        watch.TakenTypists().Select(typist => typist.Name).Order().ShouldBe(["一人目", "二人目"]);
        watch.WaitAsync(default).IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void CASE_8_WhoLeft_IsNotThereAnyMore()
    {
        using var watches = new CaseWatches(TimeProvider.System);
        using (watches.Open(Tenant, Case, CaseSide.Customer, Own))
        {
            watches.Cases().ShouldBe([(Tenant, Case)]);
        }

        watches.AreNone.ShouldBeTrue();
        watches.Hear(new CaseNews(Tenant, Case, CaseNewsKind.Entry));
    }
}
