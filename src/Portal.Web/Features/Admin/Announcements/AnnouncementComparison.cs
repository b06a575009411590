using Microsoft.Extensions.Localization;
using Portal.Rules.Announcements;
using Portal.Web.Domain.Announcements;
using Portal.Web.Features.Shared.Announcements;
using Portal.Web.Forms;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>Both versions of an announcement, field by field (SAFE-1).</summary>
public sealed class AnnouncementComparison(AnnouncementWords words, TenantClock clock, IStringLocalizer<EditorText> text)
{
    /// <param name="form">What was typed, which travels on.</param>
    public IReadOnlyList<ComparedField> Of(AnnouncementForm form, AnnouncementContent own, AnnouncementContent newer)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        return
        [
            Field(nameof(form.Level), words.Level(own.Level), words.Level(newer.Level), form.Level),
            Field(nameof(form.TitleJa), own.TitleJa, newer.TitleJa),
            Field(nameof(form.TextJa), own.TextJa, newer.TextJa),
            Field(nameof(form.TitleEn), own.TitleEn, newer.TitleEn),
            Field(nameof(form.TextEn), own.TextEn, newer.TextEn),
            Field(nameof(form.From), Moment(own.From), Moment(newer.From), form.From),
            Field(nameof(form.Until), Moment(own.Until), Moment(newer.Until), form.Until),
            Field(nameof(form.Audience), Audience(own.Audience), Audience(newer.Audience), form.Audience),
            Field(nameof(form.Service), own.Service, newer.Service),
            Field(nameof(form.Contract), own.ContractNumber, newer.ContractNumber),
            Field(nameof(form.Article), own.ArticleTitle, newer.ArticleTitle, form.Article),
            Switch(nameof(form.Banner), own.HasBanner, newer.HasBanner),
            Switch(nameof(form.ShowAgain), form.ShowAgain, false),
            Switch(nameof(form.SignIn), own.IsOnSignIn, newer.IsOnSignIn),
            Field(nameof(form.State), State(own), State(newer), form.State),
        ];
    }

    private ComparedField Field(string name, string? own, string? newer, string? sent = null) =>
        new(name, text["Field." + name], own, newer) { Sent = (sent ?? own) is { Length: > 0 } value ? [value] : [] };

    private ComparedField Switch(string name, bool own, bool newer) => Field(name, YesNo(own), YesNo(newer), own ? "true" : "false");

    private string YesNo(bool yes) => text[yes ? "Yes" : "No"];

    private string Audience(AnnouncementAudience audience) => text["Audience." + audience];

    private string State(AnnouncementContent content) => text[content.IsPublished ? "Publish" : "State.Draft"];

    private string? Moment(DateTimeOffset? moment) => moment is { } at ? AnnouncementForm.Clock(at, clock.Zone).Replace('T', ' ') : null;
}
