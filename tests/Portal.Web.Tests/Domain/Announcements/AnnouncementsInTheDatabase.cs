using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Announcements;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;

namespace Portal.Web.Tests.Domain.Announcements;

/// <summary>Who sees which announcement: rule and query say the same, of every reader and every announcement.</summary>
public sealed class AnnouncementsInTheDatabase : IAsyncLifetime
{
    private const string Tenant = "security";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task AZ_17_NEWS_1_OfEveryReaderAndEveryAnnouncement_RuleAndQuerySayTheSame()
    {
        await new Account(Tenant, "one@example.jp.cs") { Contract = "C-900001" }.AddToAsync(app);
        await new Account(Tenant, "two@example.jp.cs") { Contract = "C-900002" }.AddToAsync(app);
        await app.World.Contracts.ChangeAsync(row => row.Number == "C-900002", row => row.Service, "別のサービス");
        await app.InTenantAsync(Tenant, CompareAsync);
    }

    /// <summary>Closed in no, an earlier, this and a later edition; by this reader and by another.</summary>
    [Fact]
    public async Task HOME_1_OfEveryEditionThatWasClosed_RuleAndQuerySayTheSame()
    {
        var me = await new Account(Tenant, "one@example.jp.cs").AddToAsync(app);
        var other = await new Account(Tenant, "two@example.jp.cs").AddToAsync(app);
        await app.InTenantAsync(Tenant, async services =>
        {
            var (db, sights) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<AnnouncementSights>());
            var cases = from edition in new[] { 1, 2, 3 }
                        from mine in new int?[] { null, 1, 2, 3 }
                        from others in new int?[] { null, 3 }
                        from isRead in new[] { false, true }
                        select (Row: Banner(edition), Mine: mine, Others: others, IsRead: isRead);
            var all = cases.ToList();
            foreach (var (row, mine, others, isRead) in all)
            {
                db.Announcements.Add(row);
                foreach (var (user, closed) in new[] { (me, mine), (other, others) }.Where(each => isRead || each.Item2 is not null))
                {
                    db.AnnouncementReadings.Add(new AnnouncementReading
                    {
                        AnnouncementId = row.Id,
                        UserId = user,
                        ClosedEdition = closed,
                        ReadOn = isRead ? new DateOnly(2026, 1, 1) : null,
                    });
                }
            }

            await db.SaveChangesAsync();
            var open = all.Where(each => AnnouncementRules.IsBannerOpen(each.Row.BannerEdition, each.Mine))
                .Select(each => each.Row.Id).ToList();

            open.Count.ShouldBe(4 * (1 + 2 + 3), "never closed, or in an edition before");
            (await sights.BannersOf(new AnnouncementReader(me, null, null)).Select(row => row.Id).ToListAsync())
                .ShouldBe(open, ignoreOrder: true);
        });
    }

    private Announcement Banner(int edition) => new()
    {
        Id = Guid.CreateVersion7(),
        TitleJa = "件名",
        SourceJa = "本文",
        HtmlJa = "<p>本文</p>",
        IsPublished = true,
        ShownFrom = app.Time.GetUtcNow().AddDays(-1),
        HasBanner = true,
        BannerEdition = edition,
    };

    private async Task CompareAsync(IServiceProvider services)
    {
        var (db, sights) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<AnnouncementSights>());
        var contracts = await db.Contracts.OrderBy(row => row.Number).ToListAsync();
        var now = app.Time.GetUtcNow();
        var rows = (from published in new[] { false, true }
                    from begins in new[] { -2, 0, 1 }
                    from until in new int?[] { null, -1, 0, 2 }
                    from audience in Enum.GetValues<AnnouncementAudience>()
                    from contract in contracts
                    select new Announcement
                    {
                        Id = Guid.CreateVersion7(),
                        TitleJa = "件名",
                        SourceJa = "本文",
                        HtmlJa = "<p>本文</p>",
                        IsPublished = published,
                        ShownFrom = now.AddDays(begins),
                        ShownUntil = until is { } days ? now.AddDays(days) : null,
                        Audience = audience,
                        Service = audience == AnnouncementAudience.Service ? contract.Service : null,
                        ContractId = audience == AnnouncementAudience.Contract ? contract.Id : null,
                    }).ToList();
        db.Announcements.AddRange(rows);
        await db.SaveChangesAsync();
        AnnouncementState StateOf(Announcement row) => AnnouncementRules.StateOf(row.IsPublished, row.ShownFrom, row.ShownUntil, now);
        foreach (var state in Enum.GetValues<AnnouncementState>())
        {
            (await db.Announcements.Where(sights.In(state)).Select(row => row.Id).ToListAsync())
                .ShouldBe(rows.Where(row => StateOf(row) == state).Select(row => row.Id), ignoreOrder: true, $"{state}");
        }

        AnnouncementReader[] readers =
        [
            .. contracts.Select(contract => new AnnouncementReader(Guid.NewGuid(), contract.Id, contract.Service)),
            new AnnouncementReader(Guid.NewGuid(), null, null),
        ];
        foreach (var reader in readers)
        {
            var seen = rows.Where(row => new AnnouncementSight(StateOf(row), row.Audience,
                row.Service is not null && row.Service == reader.Service,
                row.ContractId is not null && row.ContractId == reader.ContractId).IsSeen).Select(row => row.Id).ToList();

            seen.ShouldNotBeEmpty();
            (await sights.Of(reader).Select(row => row.Id).ToListAsync()).ShouldBe(seen, ignoreOrder: true, $"{reader}");
            rows.Where(row => row.IsPublished && new StandingBanner(row.Id, 1, row.Level, row.TitleJa, null, row.Audience, row.Service,
                row.ContractId, row.ShownFrom, row.ShownUntil).IsSeenBy(reader, now)).Select(row => row.Id).ShouldBe(seen, $"{reader}");
        }
    }
}
