using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.Web.Features.Shared.Cases.Live;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Cases.Live;

/// <summary>A tenant whose looks at the database hang, and the others (RX-06).</summary>
public sealed class LookingInTurns : LiveTest
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["Portal:Database:TenantShare"] = "1",
        ["Portal:Database:TenantPatience"] = "00:01:00",
    };

    [Fact]
    public async Task RX_06_CASE_8_WhereTheLooksOfATenantHang_ThoseOfOthersGoOn()
    {
        var row = await OpenAsync();
        var (held, enough) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holding = App.InTenantAsync(Tenant, async _ =>
        {
            held.SetResult();
            await enough.Task;
        });
        await held.Task;
        var looks = App.Services.GetRequiredService<LiveLooks>();
        var page = new LivePage(row.TenantId, row.Id, CaseSide.Customer, _ => Task.FromResult<int?>(1));

        var hanging = Enumerable.Range(0, 3 * LiveTurns.OfANode)
            .Select(_ => looks.LookAsync(ReaderIn(row.TenantId), page, default)).ToList();
        var realm = await App.Services.GetRequiredService<TenantCatalog>().StaffRealmAsync();
        var other = await looks.LookAsync(ReaderIn(realm.Id), page, default);

        other.ShouldBe(new LiveLook(null));
        hanging.ShouldAllBe(look => !look.IsCompleted);
        enough.SetResult();
        await holding;
        (await Task.WhenAll(hanging)).ShouldAllBe(look => look == new LiveLook(null));
    }

    /// <summary>Whose session has ended meanwhile.</summary>
    private LiveReader ReaderIn(Guid portal) =>
        new(portal, "ended", null, Author, Author, App.Time.GetUtcNow().AddHours(1));
}
