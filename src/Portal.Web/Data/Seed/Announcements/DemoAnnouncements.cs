using Portal.Rules.Announcements;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.RichTexts;

namespace Portal.Web.Data.Seed.Announcements;

/// <summary>Puts a site's announcements among its rows, dated from the day of seeding.</summary>
internal static class DemoAnnouncements
{
    private const string Author = "admin@portal.example.jp";

    public static void Add(DemoSite site, IReadOnlyList<DemoNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(notices);
        foreach (var notice in notices)
        {
            Add(site, notice);
        }
    }

    private static void Add(DemoSite site, DemoNotice notice)
    {
        var from = site.Clock.Now.AddDays(-notice.From).AddHours(-2);
        site.Db.Announcements.Add(new Announcement
        {
            Id = Guid.CreateVersion7(site.Clock.DaysAgo(Math.Max(notice.From, 0))),
            TenantId = site.Tenant.Id,
            Level = notice.Level,
            TitleJa = notice.TitleJa,
            SourceJa = notice.TextJa,
            HtmlJa = RichText.ToHtml(notice.TextJa),
            TitleEn = notice.TitleEn,
            SourceEn = notice.TextEn,
            HtmlEn = notice.TextEn is { } english ? RichText.ToHtml(english) : null,
            Audience = notice.ContractId is not null ? AnnouncementAudience.Contract
                : notice.Service is not null ? AnnouncementAudience.Service : AnnouncementAudience.Tenant,
            Service = notice.Service,
            ContractId = notice.ContractId,
            IsPublished = !notice.IsDraft,
            ShownFrom = from,
            ShownUntil = notice.Until is { } days ? site.Clock.Now.AddDays(days) : null,
            HasBanner = notice.HasBanner,
            IsOnSignIn = notice.IsOnSignIn,
            ViewCount = notice.Views,
            CreatedAt = from,
            ChangedBy = Author,
        });
    }
}
