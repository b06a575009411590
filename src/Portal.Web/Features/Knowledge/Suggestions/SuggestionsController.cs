using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Knowledge;

namespace Portal.Web.Features.Knowledge.Suggestions;

/// <summary>Articles for the subject that is being typed, as a piece of a page (KNOW-3).</summary>
public sealed class SuggestionsController(ArticleFinder finder, CurrentSession session) : KnowledgeController
{
    [HttpGet("kb/suggestions")]
    public async Task<IActionResult> Index(string? subject)
    {
        ModelState.Clear();
        return PartialView("/Features/Shared/Knowledge/_Suggestions.cshtml",
            await finder.SuggestAsync(KnowledgeReader.Of(session.User), subject, KnowledgeWords.Language));
    }
}
