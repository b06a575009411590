using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Tests.Features.Cases.Live;

/// <summary>Pages of cases that stay connected.</summary>
public abstract class LiveTest : CaseTest
{
    private CaseWatches? watches;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        watches = App.Services.GetRequiredService<CaseWatches>();
    }

    /// <summary>Who hung up may be asking the database still, which is made anew for the next test.</summary>
    public override async ValueTask DisposeAsync()
    {
        while (watches is { AreNone: false })
        {
            await Task.Yield();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static Task<ServerEvents> ListenAsync(PortalBrowser browser, SupportCase row, int after = 1) =>
        browser.ListenAsync($"{PathOf(row.Number, "live")}?after={after}");

    protected static Task<ServerEvents> ListenAtTheDeskAsync(PortalBrowser browser, SupportCase row, int after = 1) =>
        browser.ListenAsync($"{DeskPathOf(row.Number, "live")}?after={after}");

    protected static ServerEvent Entries(int now) => new("entries", $"{now}", $"{now}");

    /// <summary>Somebody of the customer's says something, on this node.</summary>
    protected Task CommentAsync(SupportCase row, Guid? author = null) => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var user = await db.Users.FindAsync([db.Scope.Current, author ?? Author]);
        await services.GetRequiredService<CaseTalk>().CommentAsync(row.Id, CaseActor.Customer(user!), "補足です");
    });

    /// <summary>The staff writes down something of its own.</summary>
    protected Task NoteAsync(SupportCase row) => App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseTalk>()
        .NoteAsync(row.Id, new CaseActor(CaseSide.Agent, Guid.NewGuid(), "支援"), "内部の話"));

    protected Task MarkAsync(SupportCase row, bool confidential) => App.InTenantAsync(Tenant,
        services => services.GetRequiredService<CaseMarking>().MarkAsync(row.Id, confidential));

    /// <summary>As the page's script tells that somebody types.</summary>
    protected static async Task<PortalPage> TypeAsync(PortalBrowser browser, string page, string below = "typing")
    {
        var token = (await browser.GetAsync(page)).ShouldBeOk().Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var request = new HttpRequestMessage(HttpMethod.Post, $"{page}/{below}");
        request.Headers.Add("RequestVerificationToken", token);
        return await browser.SendAsync(request);
    }
}
