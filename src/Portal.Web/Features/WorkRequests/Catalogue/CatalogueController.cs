using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Points;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.WorkRequests.Catalogue;

/// <summary>What can be asked for, or what of it was searched for.</summary>
/// <param name="Groups">By category, in the order of the catalogue.</param>
/// <param name="Left">Points that can be used now; null where the contract never had some.</param>
public sealed record CataloguePage(IReadOnlyList<IGrouping<string, OfferedWork>> Groups, string? Words, long? Left)
{
    /// <summary>More of one category than these wait behind a line that opens.</summary>
    public const int Shown = 3;
}

/// <summary>The catalogue of work as the contract has it (WORK-1).</summary>
[Route("catalog")]
public sealed class CatalogueController(WorkCatalogue catalogue, PointSums sums, TenantClock clock, CurrentSession session)
    : WorkRequestController(session)
{
    private const int LongestSearch = 100;
    private readonly CurrentSession session = session;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? q)
    {
        ModelState.Clear();
        if (session.User.Contract is not { } contract)
        {
            return NotFound();
        }

        var typed = string.IsNullOrWhiteSpace(q) ? null : Shortened.To(q.Trim(), LongestSearch);
        var words = SearchText.Words(typed);
        var found = (await catalogue.OfAsync(contract)).Where(work => Holds(work, words));
        var left = contract.HasPoints ? (await sums.RunningAsync(contract.Id, clock.Today))?.Balance.Left ?? 0 : (long?)null;
        return View("Catalogue", new CataloguePage([.. found.GroupBy(work => work.Definition.Category.Ja)], typed, left));
    }

    /// <summary>Each word must be in what its card says, in either language (IV-03).</summary>
    private static bool Holds(OfferedWork work, IReadOnlyList<string> words)
    {
        var said = work.Definition;
        var key = CanonicalText.SearchKey(string.Join('\n', said.Title.Ja, said.Title.En, said.Summary.Ja, said.Summary.En,
            said.Category.Ja, said.Category.En));
        return words.All(word => key.Contains(word, StringComparison.Ordinal));
    }
}
