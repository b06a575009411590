using Portal.Rules.Announcements;
using Portal.Web.Domain.Announcements;
using Portal.Web.Domain.RichTexts;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>How an announcement will look, in each language that it has.</summary>
/// <param name="TitleEn">Empty or null where there is no English version.</param>
public sealed record AnnouncementVersions(AnnouncementLevel Level, string TitleJa, string HtmlJa, string? TitleEn, string? HtmlEn)
{
    /// <summary>What is not saved yet.</summary>
    public static AnnouncementVersions Of(AnnouncementContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new AnnouncementVersions(content.Level, content.TitleJa, RichText.ToHtml(content.TextJa), content.TitleEn,
            RichText.ToHtml(content.TextEn));
    }

    public IEnumerable<(string Language, string Title, string Html)> All => string.IsNullOrEmpty(TitleEn)
        ? [("ja", TitleJa, HtmlJa)]
        : [("ja", TitleJa, HtmlJa), ("en", TitleEn, HtmlEn ?? "")];
}
