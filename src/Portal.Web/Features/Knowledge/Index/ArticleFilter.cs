using Portal.Rules.Text;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Lists;

namespace Portal.Web.Features.Knowledge.Index;

/// <summary>Which articles are looked for, as it stands in the address (KNOW-2).</summary>
public sealed class ArticleFilter : ListInput
{
    public string? Q { get; set; }

    /// <summary>"ja" or "en"; anything else is each article once, in the page's language where there is such a
    /// version.</summary>
    public string? Lang { get; set; }

    public string? Base { get; set; }

    public string? Category { get; set; }

    public string? Author { get; set; }

    public string? Only => KnowledgeLanguages.All.FirstOrDefault(language => language == Lang);

    public string Order => ArticleQuery.Orders.Of(Sort);

    public SearchPhrase Phrase => SearchPhrase.Read(Q);

    public ArticleSearch Asked => new(Phrase.Words, KnowledgeWords.Language)
    {
        Only = Only,
        Base = Given(Base),
        Category = Given(Category),
        Author = Given(Author),
    };

    public bool IsNarrowed => Phrase.Words.Count > 0 || Count(Only, Base, Category, Author) > 0;
}
