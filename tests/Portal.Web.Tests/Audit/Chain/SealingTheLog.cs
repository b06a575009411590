using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Audit.Sealing;
using Portal.Web.Audit.Verification;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Audit.Chain;

public sealed class SealingTheLog : ChainTest
{
    [Fact]
    public async Task ADMIN_7_EachMinuteWhatCameIsSealed_AndNothingTwice()
    {
        await PastAsync();

        (await SealAsync(App)).ShouldBe(0);
        (await PlacesAsync()).ShouldBe(Enumerable.Range(1, 25).Select(place => (long)place));
        (await App.World.AuditSeals.AskAsync(seals => seals.Where(seal => seal.TenantId == ControlId).OrderBy(seal => seal.Number)
            .Select(seal => new { seal.Number, seal.FirstPlace, seal.Count })))
            .Select(seal => (seal.Number, seal.FirstPlace, seal.Count)).ShouldBe([(1, 1, 20), (2, 21, 5)]);
        (await VerifyAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task AU_04_TwoNodesThatWriteAndSealAtOnce_LeaveNoGap()
    {
        await using var second = App.SecondNode();
        PortalApp[] nodes = [App, second];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(lane => Task.Run(async () =>
        {
            for (var turn = 0; turn < 20; turn++)
            {
                await RecordAsync(nodes[lane % 2], $"{lane}-{turn}");
                if (turn % 4 == lane % 4)
                {
                    await SealAsync(nodes[(lane / 2) % 2]);
                }
            }
        }, Cancelled)));
        await SealAsync(App);

        (await App.World.Audit.CountAsync(happened => happened.TenantId == ControlId)).ShouldBe(160);
        (await PlacesAsync()).ShouldBe(Enumerable.Range(1, 160).Select(place => (long)place));
        (await VerifyAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task AU_04_WhatCommitsAfterALaterEventWasSealed_IsSealedAllTheSame()
    {
        var (written, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var late = App.InTenantAsync(Control, async services =>
        {
            services.GetRequiredService<AuditLog>().Record(AuditKinds.UserChanged, reason: "late");
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancelled);
            written.SetResult();
            await goOn.Task;
        });
        await written.Task;
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await RecordAsync(App, "early");
        await SealAsync(App);
        (await PlacesAsync()).ShouldBe([1]);
        var oldest = await App.InTenantAsync(Control, services => services.GetRequiredService<OpenTransactions>().OldestAsync(Cancelled));
        oldest.ShouldBeGreaterThan(TimeSpan.Zero);

        goOn.SetResult();
        await late;
        await SealAsync(App);

        (await PlacesAsync()).ShouldBe([1, 2]);
        var last = await EventAtAsync(2);
        (await App.World.Audit.ReadAsync(happened => happened.Id == last, happened => happened.Reason)).ShouldBe("late");
        (await VerifyAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task AU_04_OfATransactionThatIsUndone_NothingIsSealed()
    {
        await RecordAsync(App, "before");
        await Should.ThrowAsync<InvalidOperationException>(() => App.InTenantAsync(Control, async services =>
        {
            services.GetRequiredService<AuditLog>().Record(AuditKinds.UserChanged);
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync(Cancelled);
            throw new InvalidOperationException("no");
        }));
        await SealAsync(App);
        await RecordAsync(App, "after");
        await SealAsync(App);
        (await PlacesAsync()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task ADMIN_7_AlsoWhatASuspendedSiteRecords_IsSealed()
    {
        await RecordAsync(App, "before");
        await App.World.Tenants.SuspendAsync(Control);
        App.Services.GetRequiredService<TenantCatalog>().Invalidate();
        await SealAsync(App);
        (await PlacesAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task ADMIN_7_ALongLog_IsVerifiedInSteps()
    {
        await PastAsync();
        var (cursor, steps, looked) = (ChainCursor.Start, 0, 0L);
        while (cursor is not null)
        {
            // As an address carries it from page to page.
            var step = await StepAsync(ChainCursor.Parse(cursor.ToString()), 1);
            step.Break.ShouldBeNull();
            (cursor, steps, looked) = (step.Next, steps + 1, looked + step.Checked);
        }

        steps.ShouldBeGreaterThan(1);
        looked.ShouldBeGreaterThanOrEqualTo(25);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("1.2.3")]
    [InlineData("1.99999999999999999999.1.00000000000000000000000000000000")]
    [InlineData("1.9223372036854775807.1.00000000000000000000000000000000")]
    public void IV_08_AnAddressThatIsNoPlace_BeginsAtTheStart(string text) => ChainCursor.Parse(text).ShouldBe(ChainCursor.Start);

    private static Task RecordAsync(PortalApp node, string reason) => node.InTenantAsync(Control, services =>
    {
        services.GetRequiredService<AuditLog>().Record(AuditKinds.UserChanged, reason: reason);
        return Task.CompletedTask;
    });

    private async Task<IEnumerable<long>> PlacesAsync() => await App.World.AuditLeaves.AskAsync(leaves =>
        leaves.Where(leaf => leaf.TenantId == ControlId).OrderBy(leaf => leaf.Place).Select(leaf => leaf.Place));
}
