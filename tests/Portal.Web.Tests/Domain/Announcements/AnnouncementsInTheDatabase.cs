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
        }
    }
}
