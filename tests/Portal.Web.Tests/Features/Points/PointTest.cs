using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Points;
using Portal.Web.Tenancy;
using Portal.Web.Tests.Features.Cases;

namespace Portal.Web.Tests.Features.Points;

/// <summary>The people of <see cref="CaseTest"/>, whose contract has points.</summary>
public abstract class PointTest : CaseTest
{
    protected const string Page = "/t/security/points";

    /// <summary>A year around today.</summary>
    protected static readonly PointSpan Year = new(new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31));

    protected static readonly PointActor Staff = new(ActorKind.Staff, null, "支援 太郎");

    protected Task<Guid> ContractIdAsync(string number = Contract) =>
        App.World.Contracts.ReadAsync(contract => contract.Number == number, contract => contract.Id);

    protected async Task<PointOutcome> GrantAsync(int amount, PointSpan? span = null, string what = "年間ポイント", string contract = Contract)
    {
        var id = await ContractIdAsync(contract);
        return await App.InTenantAsync(Tenant, services => services.GetRequiredService<PointGrants>()
            .GrantAsync(id, new PointGrant(amount, span ?? Year, what), Staff, "契約のとおり"));
    }

    protected async Task<PointOutcome> ReserveAsync(int amount, string what = "検知ポリシーの変更")
    {
        var id = await ContractIdAsync();
        return await App.InTenantAsync(Tenant, services => services.GetRequiredService<PointReservations>()
            .ReserveAsync(id, amount, what, new PointActor(ActorKind.User, Author, "佐藤 花子")));
    }

    protected async Task<Guid> ReservedAsync(int amount) => (await ReserveAsync(amount)).ShouldBeOfType<PointOutcome.Done>().Entry.Id;

    protected Task<PointOutcome> SettleAsync(Guid reservation) => App.InTenantAsync(Tenant,
        services => services.GetRequiredService<PointReservations>().SettleAsync(reservation, Staff));

    protected Task<PointOutcome> ReturnAsync(Guid reservation) => App.InTenantAsync(Tenant,
        services => services.GetRequiredService<PointReservations>().ReturnAsync(reservation, Staff));

    /// <summary>A tenant administrator of these tenants.</summary>
    protected async Task<PortalBrowser> AdministratorAsync(string id = "tenantadmin@portal.test", params string[] tenants)
    {
        var user = await new Account("admin", id) { Role = AccountRole.TenantAdministrator, Contract = null, Email = id }.AddToAsync(App);
        await App.InTenantAsync("admin", async services =>
        {
            var (catalog, db) = (services.GetRequiredService<TenantCatalog>(), services.GetRequiredService<PortalDbContext>());
            foreach (var slug in tenants.Length > 0 ? tenants : [Tenant])
            {
                db.StaffAssignments.Add(new StaffAssignment { UserId = user, TenantId = (await catalog.FindBySlugAsync(slug))!.Id });
            }
        });
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("admin", id)).ShouldBeOk();
        return browser;
    }

    /// <summary>What all entries that are stored come to.</summary>
    protected async Task<PointBalance> BalanceAsync() =>
        PointBalance.Of(await App.World.PointEntries.ListAsync(entry => new PointMove(entry.Kind, entry.Amount)));
}
