using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Rules.Announcements;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Domain.Announcements;

/// <summary>Which banners there are is known for ten seconds; who has closed which never is.</summary>
public sealed class KeepingBanners : IAsyncLifetime
{
    private const string Tenant = "security";
    private const string Page = "/t/security/account";
    private PortalApp app = null!;
    private PortalBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        await app.ChangeProfileAsync(Tenant, profile => profile with { SecondFactor = new SecondFactorProfile() });
        await new Account(Tenant, "one@example.jp.cs").AddToAsync(app);
        browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, "one@example.jp.cs");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task HOME_1_WhatAnotherNodePublishes_IsThereWithinTenSeconds()
    {
        (await ShownAsync()).ShouldBeEmpty();
        await ElsewhereAsync("障害のお知らせ");
        (await ShownAsync()).ShouldBeEmpty();

        app.Time.Advance(TimeSpan.FromSeconds(11));

        (await ShownAsync()).ShouldBe(["障害のお知らせ"]);
    }

    [Fact]
    public async Task HOME_1_NEWS_1_WhatIsPublishedHere_IsThereAtOnce_AndBeginsAndEndsInTime()
    {
        (await ShownAsync()).ShouldBeEmpty();
        await PublishAsync("工事のお知らせ", app.Time.GetUtcNow().AddSeconds(5), app.Time.GetUtcNow().AddSeconds(8));
        (await ShownAsync()).ShouldBeEmpty();

        app.Time.Advance(TimeSpan.FromSeconds(6));
        (await ShownAsync()).ShouldBe(["工事のお知らせ"]);

        app.Time.Advance(TimeSpan.FromSeconds(3));
        (await ShownAsync()).ShouldBeEmpty();
    }

    /// <summary>The newest that is open, also behind more closed ones than are asked for at once.</summary>
    [Fact]
    public async Task HOME_1_WhoClosesOneAfterTheOther_SeesTheNextOlder_ToTheLast()
    {
        for (var number = 1; number <= 5; number++)
        {
            await PublishAsync($"お知らせ{number}", app.Time.GetUtcNow().AddMinutes(number - 10), null);
        }

        for (var number = 5; number >= 1; number--)
        {
            (await ShownAsync()).ShouldBe([$"お知らせ{number}"]);
            await (await browser.GetAsync(Page)).Form("form[action*=dismiss]").SubmitAsync();
        }

        (await ShownAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task HOME_1_WhereThereAreVeryMany_TheNewestOpenOneIsFoundAllTheSame()
    {
        await app.InTenantAsync(Tenant, services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.Announcements.AddRange(Enumerable.Range(1, StandingBanners.Most + 1).Select(number => Banner($"お知らせ{number}", number)));
            return Task.CompletedTask;
        });

        (await ShownAsync()).ShouldBe([$"お知らせ{StandingBanners.Most + 1}"]);
        await (await browser.GetAsync(Page)).Form("form[action*=dismiss]").SubmitAsync();
        (await ShownAsync()).ShouldBe([$"お知らせ{StandingBanners.Most}"]);
    }

    /// <summary>Who reads what is being changed must not keep it.</summary>
    [Fact]
    public async Task HOME_1_FP_01_WhatWasReadBeforeAChange_IsNotKeptAfterIt()
    {
        var banners = app.Services.GetRequiredService<StandingBanners>();
        await using var owner = new NpgsqlConnection(app.Database.OwnerConnectionString);
        await owner.OpenAsync();
        await using var held = new NpgsqlCommand("""BEGIN; LOCK TABLE "Announcements" IN ACCESS EXCLUSIVE MODE""", owner);
        await held.ExecuteNonQueryAsync();
        var reading = app.InTenantAsync(Tenant, async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return await banners.OfAsync(db, db.Scope.Current);
        });
        while (await app.Database.ReadAsync<long>($"""
            SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '"Announcements"'::regclass
            """) == 0)
        {
            reading.IsCompleted.ShouldBeFalse();
        }

        banners.Forget();
        await owner.CloseAsync();
        (await reading).ShouldNotBeNull().ShouldBeEmpty();
        await ElsewhereAsync("障害のお知らせ");

        (await ShownAsync()).ShouldBe(["障害のお知らせ"]);
    }

    private async Task<IEnumerable<string>> ShownAsync() => (await browser.GetAsync(Page)).ShouldBeOk().Texts(".p-banner__title");

    private Task PublishAsync(string title, DateTimeOffset from, DateTimeOffset? until) => app.InTenantAsync(Tenant, services =>
        services.GetRequiredService<AnnouncementEditing>().AddAsync(
            new AnnouncementContent(AnnouncementLevel.Information, title, "本文", "", "")
            {
                From = from,
                Until = until,
                IsPublished = true,
                HasBanner = true,
            }));

    /// <summary>No event reaches this node.</summary>
    private Task ElsewhereAsync(string title) => app.InTenantAsync(Tenant, services =>
    {
        services.GetRequiredService<PortalDbContext>().Announcements.Add(Banner(title, 1));
        return Task.CompletedTask;
    });

    private Announcement Banner(string title, int minute) => new()
    {
        Id = Guid.CreateVersion7(),
        TitleJa = title,
        SourceJa = "本文",
        HtmlJa = "<p>本文</p>",
        IsPublished = true,
        ShownFrom = app.Time.GetUtcNow().AddDays(-1).AddMinutes(minute),
        HasBanner = true,
    };
}
