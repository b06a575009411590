using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Announcements;
using Portal.Rules.Delegation;
using Portal.Rules.Knowledge;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Announcements;

/// <summary>Users of two contracts of tenant `security`, for two services, and an administrator of the staff.</summary>
public abstract class AnnouncementTest : IAsyncLifetime
{
    protected const string Tenant = "security";
    protected const string Home = "/t/security/home";
    protected const string List = "/t/security/announcements";
    protected const string Editor = "/admin/announcements";
    protected const string ReaderId = "hanako@example.jp.cs";
    protected const string OtherId = "other@example.net.cs";
    protected const string Contract = "N900000001";
    protected const string OtherContract = "N900000002";
    protected const string OtherService = "脆弱性診断サービス";

    protected PortalApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync();
        await App.ChangeProfileAsync(Tenant, profile => profile with { SecondFactor = new SecondFactorProfile(), SignInNotice = "off" });
        await App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        await new Account(Tenant, ReaderId) { Contract = Contract, Email = ReaderId[..^3] }.AddToAsync(App);
        await new Account(Tenant, OtherId) { Contract = OtherContract, Email = OtherId[..^3] }.AddToAsync(App);
        await App.World.Contracts.ChangeAsync(row => row.Number == OtherContract, row => row.Service, OtherService);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static string PathOf(Announcement row, string act = "") => $"{List}/{row.Id}{act}";

    protected static string EditorPathOf(Announcement row, string act = "") => $"{Editor}/{Tenant}/{row.Id}{act}";

    protected async Task<PortalBrowser> SignedInAsync(string loginId)
    {
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Tenant, loginId)).ShouldBeOk();
        return browser;
    }

    /// <summary>A member of the staff who looks after the tenant, signed in.</summary>
    protected async Task<PortalBrowser> StaffAsync(AccountRole role = AccountRole.TenantAdministrator, string tenant = Tenant,
        string loginId = "editor@portal.test")
    {
        var id = await new Account("admin", loginId) { Role = role, Contract = null, Email = loginId, FamilyName = "編集" }.AddToAsync(App);
        await App.InTenantAsync("admin", async services => services.GetRequiredService<PortalDbContext>().StaffAssignments
            .Add(new StaffAssignment
            {
                UserId = id,
                TenantId = (await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(tenant))!.Id,
            }));
        var browser = App.CreateBrowser();
        (await browser.SignInAsync("admin", loginId)).ShouldBeOk();
        return browser;
    }

    /// <summary>One that is there already: shown, for everybody, unless the test says something else.</summary>
    protected async Task<Announcement> AddAsync(string title, Func<AnnouncementContent, AnnouncementContent>? with = null,
        string tenant = Tenant)
    {
        var row = await App.InTenantAsync(tenant, async services =>
        {
            var content = new AnnouncementContent(AnnouncementLevel.Information, title, $"{title}の本文です", "", "")
            {
                From = App.Time.GetUtcNow().AddHours(-1),
                IsPublished = true,
            };
            var outcome = await services.GetRequiredService<AnnouncementEditing>().AddAsync(with?.Invoke(content) ?? content);
            services.GetRequiredService<PortalDbContext>().RecordedEvents.Clear();
            return outcome.ShouldBeOfType<AnnouncementOutcome.Done>().Row;
        });

        // By the event that was left out.
        App.Services.GetRequiredService<StandingBanners>().Forget();
        return row;
    }

    /// <summary>An article that everybody sees, or the customers of one service.</summary>
    protected Task<Guid> AddArticleAsync(string slug, string title, string? service = null, string tenant = Tenant) =>
        App.InTenantAsync(tenant, services =>
        {
            var (db, shelf, category, id) =
                (services.GetRequiredService<PortalDbContext>(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
            db.KnowledgeBases.Add(new KnowledgeBase { Id = shelf, Slug = slug, NameJa = "使い方", NameEn = "How-tos" });
            db.KnowledgeCategories.Add(
                new KnowledgeCategory { Id = category, BaseId = shelf, Slug = slug, NameJa = "機器", NameEn = "Devices" });
            var row = new Article { TenantId = db.Scope.Current, Id = id, CategoryId = category, Slug = slug, IsPublished = true };
            row.Versions.Add(new ArticleVersion
            {
                TenantId = row.TenantId,
                Language = "ja",
                Title = title,
                Reading = title,
                Source = "本文",
                Html = "<p>本文</p>",
                Plain = "本文",
            });
            row.Openings.Add(new ArticleOpening
            {
                TenantId = row.TenantId,
                Id = Guid.CreateVersion7(),
                Audience = service is null ? ArticleAudience.Tenant : ArticleAudience.Service,
                Service = service,
            });
            db.Articles.Add(row);
            return Task.FromResult(id);
        });

    protected Task<Guid> ContractIdAsync(string number) => App.World.Contracts.ReadAsync(row => row.Number == number, row => row.Id);

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
}
