using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Jobs.Cases;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>
/// Users of two contracts of tenant `security`, and an agent. Second factors have tests of their own; here they are
/// off.
/// </summary>
public abstract class CaseTest : IAsyncLifetime
{
    protected const string Tenant = "security";
    protected const string List = "/t/security/cases";
    protected const string ManagerId = "taro@example.jp.cs";
    protected const string AuthorId = "hanako@example.jp.cs";
    protected const string ColleagueId = "jiro@example.jp.cs";
    protected const string StrangerId = "stranger@example.net.cs";
    protected const string AgentId = "agent@portal.test";
    protected const string Contract = "N900000001";

    protected PortalApp App { get; private set; } = null!;

    protected Guid Manager { get; private set; }

    protected Guid Author { get; private set; }

    protected Guid Colleague { get; private set; }

    /// <summary>Of an application of its own, where they are not the usual.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    /// <summary>Likewise.</summary>
    protected virtual Action<IServiceCollection>? Services => null;

    /// <summary>Names applications with these <see cref="Settings"/> that tests use one after the other.</summary>
    protected virtual string? Shelf => null;

    public virtual async ValueTask InitializeAsync()
    {
        App = Shelf is { } shelf
            ? await PortalApp.CreateSharedAsync(shelf, Settings, _ => { })
            : await PortalApp.CreateAsync(Settings, Services);
        await App.ChangeProfileAsync(Tenant, profile => profile with { SecondFactor = new SecondFactorProfile(), SignInNotice = "off" });
        await App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        Manager = await (Person(ManagerId) with { IsManager = true, FamilyName = "山田" }).AddToAsync(App);
        Author = await (Person(AuthorId) with { FamilyName = "佐藤", GivenName = "花子" }).AddToAsync(App);
        Colleague = await (Person(ColleagueId) with { FamilyName = "鈴木", GivenName = "次郎" }).AddToAsync(App);
        await (Person(StrangerId) with { Contract = "N900000002", IsManager = true }).AddToAsync(App);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static string PathOf(int number, string page = "") => $"{List}/{CaseNumber.Of(number)}{(page.Length > 0 ? "/" + page : "")}";

    protected static string DeskPathOf(int number, string page = "") =>
        $"/admin/cases/security/{CaseNumber.Of(number)}{(page.Length > 0 ? "/" + page : "")}";

    protected async Task<PortalBrowser> SignedInAsync(string loginId, string language = "ja")
    {
        var browser = App.CreateBrowser();
        browser.Languages = language;
        (await browser.SignInAsync(Tenant, loginId)).ShouldBeOk();
        return browser;
    }

    /// <summary>A member of the staff who looks after the tenant, signed in.</summary>
    protected async Task<PortalBrowser> AgentAsync(string loginId = AgentId, string tenant = Tenant)
    {
        var id = await new Account("admin", loginId)
        {
            Role = AccountRole.Agent,
            Contract = null,
            Email = loginId,
            FamilyName = "支援",
        }.AddToAsync(App);
        await App.InTenantAsync("admin", async services =>
        {
            var catalog = services.GetRequiredService<TenantCatalog>();
            services.GetRequiredService<PortalDbContext>().StaffAssignments
                .Add(new StaffAssignment { UserId = id, TenantId = (await catalog.FindBySlugAsync(tenant))!.Id });
        });
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("admin", loginId)).ShouldBeOk();
        return browser;
    }

    /// <summary>A case that is there already.</summary>
    protected Task<SupportCase> OpenAsync(Guid? author = null, string subject = "アラートの内容を知りたい", CaseStatus status = CaseStatus.New,
        CaseKind kind = CaseKind.Alert, bool confidential = false) => App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var user = await db.Users.FindAsync([db.Scope.Current, author ?? Author]);
        var (row, _) = await services.GetRequiredService<CaseOpening>()
            .OpenAsync(user!, new NewCase(kind, subject, "最初の質問です", confidential));
        row.Status = status;

        // Solving a case answered its customer.
        row.WaitingSince = status == CaseStatus.Resolved ? null : row.WaitingSince;
        db.RecordedEvents.Clear();
        return row;
    });

    protected Task FollowAsync(SupportCase row, Guid user) => App.World.CaseFollowers.AddAsync(new CaseFollower
    {
        TenantId = row.TenantId,
        CaseId = row.Id,
        UserId = user,
        AddedAt = App.Time.GetUtcNow(),
    });

    protected Task<CaseStatus> StatusAsync(int number) =>
        App.World.Cases.ReadAsync(row => row.Number == number, row => row.Status);

    protected Task<int> VersionAsync(int number) => App.World.Cases.ReadAsync(row => row.Number == number, row => row.Version);

    protected Task ShareAsync(CaseVisibility visibility, params Guid[] chosen) => App.InTenantAsync(Tenant, async services =>
    {
        var (db, sharing) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<CaseSharing>());
        var user = await db.Users.FindAsync([db.Scope.Current, Author]);
        var (_, version) = await sharing.NowAsync(user!.ContractId!.Value);
        await sharing.ChangeAsync(user.ContractId.Value, version, visibility, chosen);
    });

    /// <summary>Two minutes later, what waits for a digest is told.</summary>
    protected Task<int> TellTheRestAsync()
    {
        App.Time.Advance(DigestRules.Window);
        return App.Services.GetRequiredService<CaseDigestRound>().RunOnceAsync(CancellationToken.None);
    }

    /// <summary>A post that no page offers, with the token that any page gives.</summary>
    protected static async Task<PortalPage> CraftAsync(PortalBrowser browser, string page, string path,
        params (string Name, string Value)[] fields)
    {
        var token = (await browser.GetAsync(page)).ShouldBeOk().Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return await browser.PostAsync(path,
        [
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            KeyValuePair.Create("__RequestVerificationToken", token),
            KeyValuePair.Create("__form", Guid.NewGuid().ToString("N")),
        ]);
    }

    /// <summary>Sends a form as a browser does, which says from which page.</summary>
    protected static Task<PortalPage> PostFromAsync(PortalBrowser browser, PortalForm form, string page, string below = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, page + below)
        {
            Content = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Referrer = new Uri(PortalApp.BaseAddress, page);
        return browser.SendAsync(request);
    }

    private static Account Person(string id) => new(Tenant, id) { Contract = Contract, Email = id[..^3] };
}
