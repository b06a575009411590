using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.TestKit.World;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

/// <summary>What a linked manager sends all at once, and what waited at the gate while its session was ended.</summary>
public sealed class LinkingAtOnce : LinkedTest
{
    private readonly SessionReads reads = new();

    /// <summary>These tests are about the manager; the address and the session have limits of their own.</summary>
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Portal:RequestsInFlight:PerSession"] = "100",
        ["Portal:AddressThrottle:SlowAfter"] = "100000",
        ["Portal:AddressThrottle:RefuseAfter"] = "100000",
        ["Portal:AddressThrottle:Accounts"] = "100000",
    };

    protected override Action<IServiceCollection> Services =>
        services => services.ConfigureDbContext<NpgsqlPortalDbContext>(options => options.AddInterceptors(reads));

    [Theory]
    [InlineData("signed out everywhere")]
    [InlineData("disabled")]
    public async Task SE_03_AZ_07_ALinkThatWaitedForItsTurn_IsNotMadeOnceItsSessionIsOver(string meanwhile)
    {
        var manager = await ManagerAsync();
        var form = (await manager.GetAsync(Ids + "/link")).ShouldBeOk().Form().Fill("Identifier", FirstId)
            .Fill("Password", AdminPassword);

        Task<PortalPage> waiting;
        using (await TakeTurnAsync(FirstId))
        {
            reads.Forget();
            waiting = Task.Run(() => form.SubmitAsync());
            await reads.UntilAsync(1);
            await EndAsync(meanwhile);
        }

        (await waiting).ShouldRedirectTo(Base + "/login");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
        (await EventsAsync("administrator-linked")).ShouldBe(0);
    }

    [Fact]
    public async Task CG_19_WhoTriesManyIdsAtOnce_IsStoppedAtTheSameNumber()
    {
        await using var other = App.SecondNode();
        var forms = new List<PortalForm>();
        foreach (var node in new[] { App, other })
        {
            var browser = node.CreateBrowser();
            (await browser.SignInAsync(Tenant, ManagerId, door: "email")).ShouldBeOk();
            var page = (await browser.GetAsync(Ids + "/link")).ShouldBeOk();
            forms.AddRange(Enumerable.Range(forms.Count, 15)
                .Select(i => page.Form().Fill("Identifier", $"A08{i:00000}").Fill("Password", AdminPassword)));
        }

        var answers = await Task.WhenAll(forms.Select(form => Task.Run(() => form.SubmitAsync())));

        answers.Count(answer => answer.Document.Body!.TextContent.Contains("1時間ほど", StringComparison.Ordinal)).ShouldBe(20);
        (await App.World.Audit.CountAsync("administrator-link-refused", Manager)).ShouldBe(10);
    }

    /// <summary>The turn of whoever enters this administrator ID.</summary>
    private async Task<IDisposable?> TakeTurnAsync(string id)
    {
        var tenant = await App.WithServicesAsync(services => services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Tenant).AsTask());
        var door = tenant!.Profile.Doors[0];
        return await App.Services.GetRequiredService<HashGate>()
            .EnterAsync(new HashCaller(HashQueue.Strangers, tenant.Id, "", $"{door.Key}/{LoginKeys.For(door, id, null)}"));
    }

    private Task EndAsync(string meanwhile) => meanwhile == "disabled"
        ? App.World.Accounts.DisableAsync(Manager)
        : App.InTenantAsync(Tenant,
            services => services.GetRequiredService<SessionService>().EndAllAsync(Manager, SessionEnds.EndedByUser));
}
