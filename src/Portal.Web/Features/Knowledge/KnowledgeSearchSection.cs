using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Knowledge.Index;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Features.Shared.Search;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Knowledge;

/// <summary>Articles by title and text, as the search of the knowledge base finds them.</summary>
public sealed class KnowledgeSearchSection(ArticleQuery articles, CurrentSession session, Offers offers,
    IStringLocalizer<KnowledgeText> text) : ISearchSection
{
    public int Order => 2;

    public async Task<SearchGroup?> FindAsync(SearchAsked asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!offers.HasPage(KnowledgePaths.Index))
        {
            return null;
        }

        var search = new ArticleSearch(asked.Words, KnowledgeWords.Language);
        var found = await articles.PageAsync(KnowledgeReader.Of(session.User), search, "-updated", 1, SearchAsked.Shown);
        return new SearchGroup(text["Title"], [.. found.Rows.Select(Hit)], found.Count, asked.In(KnowledgePaths.Search));
    }

    private SearchHit Hit(ArticleHit hit)
    {
        var language = KnowledgeWords.Other(hit.Language);
        var address = language is null || hit.FileId is not null
            ? KnowledgePaths.Title(hit.Slug, hit.FileId) : KnowledgePaths.In(hit.Slug, language);
        return new SearchHit(hit.Title, address, [KnowledgeWords.Name(hit.Base), KnowledgeWords.Name(hit.Category)])
        {
            Text = hit.Plain,
            At = hit.UpdatedAt,
            Language = language,
            Elsewhere = ArticleFrames.Elsewhere(hit, text),
            IsFile = hit.FileId is not null,
        };
    }
}
