using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Admin.Contracts;

/// <summary>What the tests of this folder share: staff of one tenant each, and a contract with its people.</summary>
public abstract class ContractTest : StaffTest
{
    protected const string Number = "C-700001";
    protected const string Parent = "N0007001";
    protected const string Mail = "parent@example.jp";

    /// <summary>A tenant administrator of that tenant alone.</summary>
    protected Task<PortalBrowser> AdministratorOfAsync(string tenant) =>
        SignedInAsync($"{tenant}@portal.test", AccountRole.TenantAdministrator, tenant);

    /// <summary>A contract of `control` with its parent operator and a child.</summary>
    protected async Task<Guid> AddContractAsync()
    {
        await new Account(Control, Parent) { Contract = Number, Role = AccountRole.Manager, Email = Mail }.AddToAsync(App);
        await new Account(Control, "N0007002") { Contract = Number, Email = "child@example.jp" }.AddToAsync(App);
        return (await RowAsync(Control, Number)).Id;
    }

    protected Task<Contract> RowAsync(string tenant, string number) =>
        App.QueryAsync(tenant, db => db.Contracts.Include(row => row.Holder).SingleAsync(row => row.Number == number));

    protected static string PathOfContract(Guid id, string tenant = Control) => $"/admin/contracts/{tenant}/{id}";
}
