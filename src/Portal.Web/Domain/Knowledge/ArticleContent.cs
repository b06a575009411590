using System.Globalization;
using Portal.Rules.Knowledge;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.RichTexts;

namespace Portal.Web.Domain.Knowledge;

/// <summary>An article in one language, as it was written.</summary>
/// <param name="Reading">By which it is sorted.</param>
public sealed record WrittenVersion(string Language, string Title, string Reading, string Text);

/// <summary>Whom an article is opened for.</summary>
/// <param name="Name">The service, or the number of the contract; empty for everybody.</param>
public sealed record WrittenOpening(ArticleAudience Audience, string Name, Guid? ContractId);

/// <summary>What the staff says in and about an article.</summary>
public sealed record ArticleContent(string Slug, Guid CategoryId, string Author)
{
    /// <summary>In its languages, at least one.</summary>
    public required IReadOnlyList<WrittenVersion> Versions { get; init; }

    /// <summary>None: nobody sees it (KNOW-1).</summary>
    public required IReadOnlyList<WrittenOpening> Openings { get; init; }

    public bool IsPublished { get; init; }

    /// <summary>When it is shown while it is published.</summary>
    public ArticleWindow Window { get; init; }

    /// <summary>In Japanese where there is such a version.</summary>
    public string Title => Of(KnowledgeLanguages.Japanese)?.Title ?? Versions[0].Title;

    public WrittenVersion? Of(string language) => Versions.FirstOrDefault(version => version.Language == language);

    /// <param name="row">With versions, openings and their contracts.</param>
    public static ArticleContent Of(Article row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new ArticleContent(row.Slug, row.CategoryId, row.AuthorName)
        {
            Versions =
            [
                .. KnowledgeLanguages.All.Select(language => row.Versions.FirstOrDefault(version => version.Language == language))
                    .OfType<ArticleVersion>()
                    .Select(version => new WrittenVersion(version.Language, version.Title, version.Reading, version.Source)),
            ],
            Openings = [.. row.Openings.Select(opening => new WrittenOpening(opening.Audience,
                opening.Service ?? opening.Contract?.Number ?? "", opening.ContractId)).OrderBy(opening => opening.Audience)
                .ThenBy(opening => opening.Name, StringComparer.Ordinal)],
            IsPublished = row.IsPublished,
            Window = new ArticleWindow(row.ShownFrom, row.ShownUntil),
        };
    }

    public bool Equals(ArticleContent? other) => other is not null && (Slug, CategoryId, Author, IsPublished, Window)
        == (other.Slug, other.CategoryId, other.Author, other.IsPublished, other.Window) && Versions.SequenceEqual(other.Versions)
        && Openings.SequenceEqual(other.Openings);

    public override int GetHashCode() => HashCode.Combine(Slug, CategoryId, Author, IsPublished, Window, Versions.Count, Openings.Count);

    /// <summary>What the log says of it; texts are long, and named where they changed.</summary>
    internal IEnumerable<(string Name, object Value)> Facts(Func<Guid, EventName> category) =>
    [
        ("state", IsPublished ? "Published" : "Draft"),
        ("slug", Slug),
        ("category", category(CategoryId)),
        ("author", Author),
        ("titleJa", Of(KnowledgeLanguages.Japanese)?.Title ?? ""),
        ("readingJa", Of(KnowledgeLanguages.Japanese)?.Reading ?? ""),
        ("titleEn", Of(KnowledgeLanguages.English)?.Title ?? ""),
        ("openedFor", Opened),
        ("visibleFrom", Moment(Window.From)),
        ("visibleUntil", Moment(Window.Until)),
    ];

    private static string Moment(DateTimeOffset? moment) =>
        moment is { } at ? at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture) : "";

    private string Opened => Openings switch
    {
        [] => "",
        [{ Audience: ArticleAudience.Tenant }] => "AllCustomers",
        _ => string.Join(" / ", Openings.Select(opening => opening.Name)),
    };

    /// <summary>Renders the texts, once; rows that stay are changed, not written anew.</summary>
    internal void ApplyTo(Article row)
    {
        (row.Slug, row.CategoryId, row.AuthorName, row.IsPublished) = (Slug, CategoryId, Author, IsPublished);
        (row.ShownFrom, row.ShownUntil) = (Window.From, Window.Until);
        foreach (var gone in row.Versions.Where(version => Of(version.Language) is null).ToList())
        {
            row.Versions.Remove(gone);
        }

        foreach (var written in Versions)
        {
            var html = RichText.ToHtml(written.Text);
            var version = row.Versions.FirstOrDefault(each => each.Language == written.Language);
            if (version is null)
            {
                row.Versions.Add(version = new ArticleVersion
                {
                    TenantId = row.TenantId,
                    ArticleId = row.Id,
                    Language = written.Language,
                    Title = "",
                    Reading = "",
                    Source = "",
                    Html = "",
                    Plain = "",
                });
            }

            (version.Title, version.Reading, version.Source) = (written.Title, written.Reading, written.Text);
            (version.Html, version.Plain) = (html, RichText.ToPlain(html));
        }

        Open(row);
    }

    private void Open(Article row)
    {
        bool Is(ArticleOpening opening, WrittenOpening written) => opening.Audience == written.Audience
            && opening.ContractId == written.ContractId && (opening.Service ?? "") == (written.ContractId is null ? written.Name : "");
        foreach (var gone in row.Openings.Where(opening => !Openings.Any(written => Is(opening, written))).ToList())
        {
            row.Openings.Remove(gone);
        }

        foreach (var written in Openings.Where(written => !row.Openings.Any(opening => Is(opening, written))))
        {
            row.Openings.Add(new ArticleOpening
            {
                TenantId = row.TenantId,
                Id = Guid.CreateVersion7(),
                Audience = written.Audience,
                Service = written.Audience == ArticleAudience.Service ? written.Name : null,
                ContractId = written.ContractId,
            });
        }
    }
}
