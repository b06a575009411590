using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

/// <summary>
/// A small office: two contracts with an administrator ID each, users of both, and a linked manager who has linked
/// nothing yet.
/// </summary>
public abstract class LinkedTest : IAsyncLifetime
{
    protected const string Tenant = "officephone";
    protected const string Base = "/t/" + Tenant;
    protected const string Ids = Base + "/account/linked-ids";
    protected const string Managers = Base + "/account/linked-managers";
    protected const string ManagerId = "keiri@example.com";
    protected const string FirstId = "A0900001";
    protected const string SecondId = "A0900002";
    protected const string FirstUserId = "05090010001";
    protected const string SecondUserId = "05090020001";
    protected const string AdminPassword = "Admin2468-Tiger";

    protected PortalApp App { get; private set; } = null!;

    protected Guid Manager { get; private set; }

    protected Guid First { get; private set; }

    protected Guid Second { get; private set; }

    protected Guid FirstUser { get; private set; }

    protected Guid SecondUser { get; private set; }

    protected virtual IReadOnlyDictionary<string, string?>? Settings => null;

    protected virtual Action<IServiceCollection>? Services => null;

    public virtual async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync(Settings, Services);
        Manager = await new Account(Tenant, ManagerId)
        {
            Door = "email",
            Role = AccountRole.LinkedManager,
            Contract = null,
            Email = ManagerId,
            FamilyName = "経理",
            GivenName = "花子",
        }.AddToAsync(App);
        First = await AddAdministratorAsync(FirstId, "C-900001");
        Second = await AddAdministratorAsync(SecondId, "C-900002");
        FirstUser = await AddUserAsync(FirstUserId, "C-900001", "一郎");
        SecondUser = await AddUserAsync(SecondUserId, "C-900002", "二郎");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return App.DisposeAsync();
    }

    protected Task<Guid> AddAdministratorAsync(string id, string contract) => new Account(Tenant, id)
    {
        Role = AccountRole.Manager,
        Contract = contract,
        Email = id.ToUpperInvariant() + "@example.jp",
        Password = AdminPassword,
        FamilyName = "管理",
        GivenName = id,
    }.AddToAsync(App);

    protected Task<Guid> AddUserAsync(string id, string contract, string name) =>
        new Account(Tenant, id) { Door = "user", Contract = contract, FamilyName = "利用", GivenName = name }.AddToAsync(App);

    protected Task<Guid> AddManagerAsync(string id) =>
        new Account(Tenant, id) { Door = "email", Role = AccountRole.LinkedManager, Contract = null, Email = id }.AddToAsync(App);

    protected async Task<PortalBrowser> ManagerAsync(string id = ManagerId)
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Tenant, id, door: "email")).ShouldBeOk();
        return browser;
    }

    protected async Task<PortalBrowser> AdministratorAsync(string id = FirstId)
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Tenant, id, AdminPassword)).ShouldBeOk();
        return browser;
    }

    protected static async Task<PortalPage> LinkAsync(PortalBrowser manager, string id, string password = AdminPassword)
    {
        ArgumentNullException.ThrowIfNull(manager);
        return await (await manager.GetAsync(Ids + "/link")).ShouldBeOk().Form().Fill("Identifier", id).Fill("Password", password)
            .SubmitAsync();
    }

    /// <summary>Links and opens; the answer is the first page in that one's place.</summary>
    protected async Task<PortalPage> OpenAsync(PortalBrowser manager, string id)
    {
        var administrator = await App.World.Accounts.IdOfAsync(id);
        if (await App.World.AdministratorLinks.CountAsync(link => link.AdministratorId == administrator) == 0)
        {
            (await LinkAsync(manager, id)).ShouldRedirectTo(Ids);
        }

        var link = await App.World.AdministratorLinks.ReadAsync(row => row.AdministratorId == administrator, row => row.Id);
        var page = await manager.GetAsync(Ids);
        return await (await page.Form($"form[action$='{link}/open']").SubmitAsync()).FollowAsync();
    }

    /// <summary>The base of the place: "/t/officephone/as/…".</summary>
    protected static string PlaceOf(PortalPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var parts = page.Address.AbsolutePath.Split('/');
        parts[3].ShouldBe("as");
        return string.Join('/', parts[..5]);
    }

    protected Task<long> EventsAsync(string kind) => App.World.Audit.CountAsync(kind);
}
