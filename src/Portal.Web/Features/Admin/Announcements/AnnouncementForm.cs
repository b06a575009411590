using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Announcements;
using Portal.Rules.Text;
using Portal.Web.Domain.Announcements;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>An announcement being written.</summary>
public sealed class AnnouncementForm : SteppedForm
{
    [InDraft]
    public string? Level { get; set; }

    [InDraft]
    public string? TitleJa { get; set; }

    [InDraft]
    public string? TextJa { get; set; }

    [InDraft]
    public string? TitleEn { get; set; }

    [InDraft]
    public string? TextEn { get; set; }

    /// <summary>By the clock where the tenant is.</summary>
    [InDraft]
    public string? From { get; set; }

    /// <inheritdoc cref="From"/>
    [InDraft]
    public string? Until { get; set; }

    [InDraft]
    public string? Audience { get; set; }

    [InDraft]
    public string? Service { get; set; }

    /// <summary>Its number.</summary>
    [InDraft]
    public string? Contract { get; set; }

    /// <summary>The id of an article that says more; empty for none.</summary>
    [InDraft]
    public string? Article { get; set; }

    [InDraft]
    public bool Banner { get; set; }

    /// <summary>The banner comes back to those who closed it (HOME-1).</summary>
    [InDraft]
    public bool ShowAgain { get; set; }

    [InDraft]
    public bool SignIn { get; set; }

    [InDraft]
    public string? State { get; set; }

    [BindNever]
    public EditorTarget Target { get; set; } = null!;

    /// <summary>The services of the tenant's contracts, and the one that it is for.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Services { get; set; } = [];

    /// <summary>Null where the tenant has no articles.</summary>
    [BindNever]
    public IReadOnlyList<Choice>? Articles { get; set; }

    /// <summary>Somebody closed its banner.</summary>
    [BindNever]
    public bool WasClosed { get; set; }

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever]
    public AnnouncementContent? Understood { get; set; }

    public bool MayShowAgain => Target.Row is { HasBanner: true } || WasClosed;

    public void Show(AnnouncementContent content, NamedZone zone)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(zone);
        (Level, TitleJa, TextJa, TitleEn, TextEn) =
            (content.Level.ToString(), content.TitleJa, content.TextJa, content.TitleEn, content.TextEn);
        (From, Until) = (Clock(content.From, zone), content.Until is { } until ? Clock(until, zone) : "");
        (Audience, Service, Contract) = (content.Audience.ToString(), content.Service, content.ContractNumber);
        Article = content.ArticleId?.ToString();
        (Banner, SignIn) = (content.HasBanner, content.IsOnSignIn);
        State = (content.IsPublished ? AnnouncementState.Shown : AnnouncementState.Draft).ToString();
    }

    public static string Clock(DateTimeOffset moment, NamedZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return ClockText.Of(zone.At(moment).DateTime);
    }
}
