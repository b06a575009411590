using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Knowledge;
using Portal.Rules.Text;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>An article being written.</summary>
public sealed class ArticleForm : SteppedForm
{
    /// <summary>States as the form sends them.</summary>
    public const string Draft = "draft";
    public const string Published = "published";

    /// <summary>Its id.</summary>
    [InDraft]
    public string? Category { get; set; }

    [InDraft]
    public string? Slug { get; set; }

    [InDraft]
    public string? Author { get; set; }

    [InDraft]
    public string? TitleJa { get; set; }

    [InDraft]
    public string? ReadingJa { get; set; }

    [InDraft]
    public string? TextJa { get; set; }

    [InDraft]
    public string? TitleEn { get; set; }

    [InDraft]
    public string? TextEn { get; set; }

    /// <summary>Opened for everybody.</summary>
    [InDraft]
    public bool Everybody { get; set; }

    [InDraft]
    public IList<string> Services { get; set; } = [];

    /// <summary>Numbers of contracts, a line each.</summary>
    [InDraft]
    public string? Contracts { get; set; }

    /// <summary>By the clock where the tenant is.</summary>
    [InDraft]
    public string? From { get; set; }

    /// <inheritdoc cref="From"/>
    [InDraft]
    public string? Until { get; set; }

    [InDraft]
    public string? State { get; set; }

    [BindNever]
    public StaffArticleTarget Target { get; set; } = null!;

    [BindNever]
    public IReadOnlyList<Choice> Categories { get; set; } = [];

    /// <summary>The services of the tenant's contracts.</summary>
    [BindNever]
    public IReadOnlyList<Choice> AllServices { get; set; } = [];

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever]
    public ArticleContent? Understood { get; set; }

    public void Show(ArticleContent content, NamedZone zone)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(zone);
        var (japanese, english) = (content.Of(KnowledgeLanguages.Japanese), content.Of(KnowledgeLanguages.English));
        (Category, Slug, Author) = (content.CategoryId.ToString(), content.Slug, content.Author);
        (TitleJa, ReadingJa, TextJa) = (japanese?.Title, japanese?.Reading, japanese?.Text);
        (TitleEn, TextEn) = (english?.Title, english?.Text);
        Everybody = content.Openings.Any(opening => opening.Audience == ArticleAudience.Tenant);
        Services = [.. Names(content, ArticleAudience.Service)];
        Contracts = string.Join('\n', Names(content, ArticleAudience.Contract));
        (From, Until) = (Clock(content.Window.From, zone), Clock(content.Window.Until, zone));
        State = content.IsPublished ? Published : Draft;
    }

    private static string Clock(DateTimeOffset? moment, NamedZone zone) =>
        moment is { } at ? ClockText.Of(zone.At(at).DateTime) : "";

    private static IEnumerable<string> Names(ArticleContent content, ArticleAudience audience) =>
        content.Openings.Where(opening => opening.Audience == audience).Select(opening => opening.Name);
}
