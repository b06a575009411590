using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Knowledge;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Knowledge;

/// <summary>The bases with their article counts and the total (KNOW-1).</summary>
public sealed class KnowledgeHomeSection(KnowledgeShelves shelves, CurrentSession session, Offers offers,
    IStringLocalizer<KnowledgeText> text) : IHomeSection
{
    private const string View = "/Features/Knowledge/_HomeKnowledge.cshtml";

    public async Task<HomePanel?> PanelAsync() => offers.HasPage(KnowledgePaths.Index)
        && await shelves.OfAsync(KnowledgeReader.Of(session.User)) is { Count: > 0 } found
            ? new HomePanel("knowledge", text["Title"], View, found)
            : null;
}
