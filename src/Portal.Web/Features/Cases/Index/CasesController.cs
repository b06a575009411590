using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Cases.Filters;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Cases.Index;

/// <param name="Manages">The reader sets who sees which cases.</param>
public sealed record CaseListPage(ListFrame Frame, bool Manages, CaseFilter Filter)
{
    /// <summary>Of the contract that the cases belong to; null where none is shown.</summary>
    public CaseRow? First { get; init; }

    /// <summary>What is in force, group by group.</summary>
    public IReadOnlyList<IReadOnlyList<ConditionChip>> Chips { get; init; } = [];

    /// <summary>Several keys, in words; null for one that the headings show.</summary>
    public string? Order { get; init; }
}

/// <summary>The cases that one sees (CASE-5, CASE-6).</summary>
public sealed class CasesController(CaseQuery cases, CaseFrames frames, FilterBuilder builder, WorkingContract contracts,
    CurrentSession session) : CaseController
{
    /// <param name="about">The contract that a mail was about; its reader may work for another one (CASE-7).</param>
    [HttpGet("cases")]
    public async Task<IActionResult> Index([FromQuery] CaseGroups groups, [FromQuery(Name = CasePaths.Contract)] string? about)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ModelState.Clear();
        if (about is not null && about != session.User.Contract?.Number && await contracts.HasAsync(about))
        {
            return new SeeOtherResult(AccountPaths.ContractFor(AppPath.Current(HttpContext)));
        }

        if (CaseReader.Of(session.User) is not { } reader)
        {
            return NotFound();
        }

        var filter = CaseFilter.Read(Request.Query);
        if (!filter.IsUnderstood)
        {
            builder.Explain(filter, ModelState);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Index", new CaseListPage(frames.Misunderstood(filter), reader.IsManager, filter));
        }

        var found = await cases.ReadAsync(reader, filter);
        return found.Page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Index", new CaseListPage(frames.Of(filter, found), reader.IsManager, filter)
            {
                First = found.Page.Rows is [var first, ..] ? first : null,
                Chips = await builder.ChipsAsync(filter, reader),
                Order = builder.Order(filter),
            });
    }
}
