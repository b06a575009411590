using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Announcements;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Domain.Announcements;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Points;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tests.Performance;

/// <summary>PERF-2: a page asks the database at most four times, and once for who is asking.</summary>
public sealed class RoundTrips : IAsyncLifetime
{
    private const int OfAPage = 4;
    private const int OfAuthentication = 1;
    private const int OfAPerson = 13;
    private PortalApp app = null!;
    private Guid manager;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateSharedAsync("round trips", new Dictionary<string, string?>(), services =>
            services.AddSingleton<RoundTripCounter>().ConfigureDbContext<NpgsqlPortalDbContext>((provider, options) =>
                options.AddInterceptors(provider.GetRequiredService<RoundTripCounter>())));
        await app.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        manager = await new Account("control", "N0009001") { IsManager = true, Email = "parent@control.example.jp" }.AddToAsync(app);
        for (var i = 2; i < 30; i++)
        {
            await new Account("control",
                $"N00090{i:00}")
            {
                With = user => user.SignIn = new SignInState
                {
                    UserId = user.Id,
                    StrangerFailures = 5,
                    StrangerLockedAt = app.Time.GetUtcNow()
                }
            }.AddToAsync(app);
        }

        await new Account("admin", "system@portal.test")
        {
            Role = AccountRole.SystemAdministrator,
            Contract = null,
            Email = "system@portal.test"
        }.AddToAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/t/control/login")]
    [InlineData("/t/control/unlock")]
    [InlineData("/")]
    public async Task PERF_2_APageForStrangersAsksNothing(string page)
    {
        var browser = app.CreateBrowser();
        await browser.GetAsync(page);
        (await CountAsync(browser, page)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/t/control/home")]
    [InlineData("/t/control/account/password")]
    [InlineData("/t/control/operators")]
    [InlineData("/t/control/operators?q=N0009&state=locked&sort=-lastSignIn")]
    [InlineData("/t/control/operators/locked")]
    [InlineData("/t/control/operators/new")]
    [InlineData("/t/control/account")]
    [InlineData("/t/control/account/profile")]
    [InlineData("/t/control/account/sessions")]
    [InlineData("/t/control/account/login-history")]
    public async Task PERF_2_APageOfACustomerAsksAtMostFourTimes(string page) => await ShouldAskLittleAsync("control", "N0009001", page);

    [Fact]
    public async Task PERF_2_HOME_1_WhereNothingIsAnnounced_APageAsksNothingForItsHeader()
    {
        const string Page = "/t/control/account";
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", "N0009001");
        await browser.GetAsync(Page);

        (await CountAsync(browser, Page)).ShouldAllBe(sql => !sql.Contains("Announcement", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FACE_5_AllTabsOfAListAreCountedAtOnce()
    {
        const string Page = "/t/control/operators?q=N0009";
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", "N0009001");
        await browser.GetAsync(Page);

        // The rows come with a count of their sessions.
        (await CountAsync(browser, Page)).Count(sql => sql.Contains("SearchKey", StringComparison.Ordinal)
            && sql.Contains("count(*)", StringComparison.Ordinal) && !sql.Contains("Sessions", StringComparison.Ordinal)).ShouldBe(1);
    }

    /// <summary>
    /// By a parameter the database does not know that managers are few, and reads all IDs of a contract.
    /// </summary>
    [Fact]
    public async Task PERF_2_WhetherThereIsAnotherManagerIsAskedByTheRole()
    {
        var path = $"/t/control/operators/{manager}";
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", "N0009001");

        var asked = (await CountAsync(browser, path)).Where(sql => sql.Contains("\"Role\" = ", StringComparison.Ordinal)).ToList();
        asked.ShouldHaveSingleItem().ShouldContain("\"Role\" = 'Manager'");
    }

    [Theory]
    [InlineData("home")]
    [InlineData("cases")]
    [InlineData("cases?view=action&sort=-status&size=50")]
    [InlineData("cases?q=VPN&g1=status.is.new&g2=subject.contains.x&sort=status.-number")]
    [InlineData("cases/filter?g1=status.is.new")]
    [InlineData("cases/filters")]
    [InlineData("cases/new")]
    [InlineData("cases/CS0000001")]
    [InlineData("announcements")]
    [InlineData("announcements/{0}")]
    [InlineData("kb")]
    [InlineData("kb/search?q=記事")]
    [InlineData("kb/b/guides")]
    [InlineData("kb/article-one")]
    [InlineData("account")]
    [InlineData("points")]
    [InlineData("catalog")]
    [InlineData("requests")]
    [InlineData("contracts")]
    [InlineData("contracts/C-900001")]
    public async Task PERF_2_HOME_2_WhereCasesAreCountedInTheHeader_APageStillAsksLittle(string page)
    {
        await app.ChangeProfileAsync("security",
            profile => profile with { SecondFactor = new SecondFactorProfile(), SignInNotice = "off" });
        var author = await new Account("security", "hanako@example.jp.cs").AddToAsync(app);
        await app.InTenantAsync("security", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await services.GetRequiredService<CaseOpening>().OpenAsync(await db.Users.SingleAsync(user => user.Id == author),
                new NewCase(CaseKind.Alert, "件名", "内容"));
            var today = services.GetRequiredService<TenantClock>().Today;
            await services.GetRequiredService<PointGrants>().GrantAsync((await db.Contracts.SingleAsync()).Id,
                new PointGrant(100, new PointSpan(today, today.AddDays(9)), "年間"), PointActor.System, "契約");
        });
        var announced = await AnnounceAsync();
        await WriteAsync();

        // The home shows announcements, knowledge and points, each a list of its own.
        await ShouldAskLittleAsync("security", "hanako@example.jp.cs",
            "/t/security/" + page.Replace("{0}", announced.ToString(), StringComparison.Ordinal), page == "home" ? OfAPage + 1 : OfAPage);
    }

    [Fact]
    public async Task PERF_2_NEWS_1_ASignInPageWithAnnouncementsAsksNothing()
    {
        const string Page = "/t/security/login";
        await AnnounceAsync();
        app.Time.Advance(TimeSpan.FromSeconds(11));
        var browser = app.CreateBrowser();
        await browser.GetAsync(Page);
        (await CountAsync(browser, Page)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/cases")]
    [InlineData("/admin/requests")]
    [InlineData("/admin/catalog")]
    [InlineData("/admin/rental-items")]
    [InlineData("/admin/lockouts")]
    [InlineData("/admin/users?q=N0009")]
    [InlineData("/admin/search?q=N0009")]
    [InlineData("/admin/announcements")]
    [InlineData("/admin/kb")]
    [InlineData("/admin/audit")]
    [InlineData("/admin/outbox")]
    public async Task PERF_2_APageOfTheStaffAsksAtMostFourTimes(string page) =>
        await ShouldAskLittleAsync("admin", "system@portal.test", page);

    /// <summary>One statement each for what it says of sign-in, and for each feature that has a part of it.</summary>
    [Fact]
    public async Task PERF_2_ADMIN_2_ThePageOfAPersonAsksNoMoreThanItHasParts()
    {
        var id = await app.World.Accounts.ReadAsync(row => row.UserName == "N0009002", row => row.Id);
        await ShouldAskLittleAsync("admin", "system@portal.test", $"/admin/users/control/{id}", OfAPerson);
    }

    /// <summary>With a banner, which every page asks for.</summary>
    private Task<Guid> AnnounceAsync() => app.InTenantAsync("security", async services =>
    {
        var content = new AnnouncementContent(AnnouncementLevel.Incident, "障害のお知らせ", "本文", "", "")
        {
            From = app.Time.GetUtcNow().AddHours(-1),
            IsPublished = true,
            HasBanner = true,
            IsOnSignIn = true,
        };
        var outcome = await services.GetRequiredService<AnnouncementEditing>().AddAsync(content);
        return outcome.ShouldBeOfType<AnnouncementOutcome.Done>().Row.Id;
    });

    private Task WriteAsync() => app.InTenantAsync("security", services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var tenant = db.Scope.Current;
        var (shelf, category) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        db.KnowledgeBases.Add(new KnowledgeBase { Id = shelf, Slug = "guides", NameJa = "使い方", NameEn = "How-tos" });
        db.KnowledgeCategories.Add(
            new KnowledgeCategory { Id = category, BaseId = shelf, Slug = "devices", NameJa = "機器", NameEn = "Devices" });
        var article = new Article { TenantId = tenant, Id = Guid.CreateVersion7(), CategoryId = category, Slug = "article-one" };
        article.IsPublished = true;
        article.Openings.Add(new ArticleOpening { TenantId = tenant, Id = Guid.CreateVersion7() });
        article.Versions.Add(new ArticleVersion
        {
            TenantId = tenant,
            Language = "ja",
            Title = "記事",
            Reading = "キジ",
            Source = "本文",
            Html = "<p>本文</p>",
            Plain = "本文",
        });
        db.Articles.Add(article);
        return Task.CompletedTask;
    });

    private async Task ShouldAskLittleAsync(string tenant, string id, string page, int most = OfAPage)
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync(tenant, id);
        await browser.GetAsync(page);

        var asked = await CountAsync(browser, page);

        asked.Count(sql => sql.Contains("FROM \"Sessions\" AS s\n", StringComparison.Ordinal)
            && sql.Contains("\"SidHash\" = ", StringComparison.Ordinal)).ShouldBe(OfAuthentication);
        asked.Count.ShouldBeLessThanOrEqualTo(most + OfAuthentication, string.Join("\n\n", asked));
    }

    private async Task<IReadOnlyList<string>> CountAsync(PortalBrowser browser, string page)
    {
        var counter = app.Services.GetRequiredService<RoundTripCounter>();
        counter.Take();
        (await browser.GetAsync(page)).ShouldBeOk();
        var asked = counter.Take();
        asked.ShouldNotContain(sql => sql.Contains("ROW_NUMBER", StringComparison.Ordinal),
            "to take the first rows of each it numbers all there are (PERF-3)");
        return asked;
    }
}
