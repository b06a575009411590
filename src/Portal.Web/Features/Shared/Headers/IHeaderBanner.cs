using Portal.Rules.Announcements;
using Portal.Web.Http.Frame;

namespace Portal.Web.Features.Shared.Headers;

/// <summary>What the banner says; the text stays where it is.</summary>
/// <param name="Edition">One more each time that staff show it again.</param>
public sealed record BannerLine(Guid Id, int Edition, AnnouncementLevel Level, string TitleJa, string? TitleEn);

/// <summary>The feature whose announcement stands above every page (HOME-1).</summary>
public interface IHeaderBanner
{
    /// <summary>The first is shown; null where nothing is to be asked, because it is known or there is none.</summary>
    IQueryable<BannerLine>? Rows();

    /// <param name="found">What was found; null for nothing, or where nothing was asked.</param>
    BannerNotice? Notice(BannerLine? found);
}
