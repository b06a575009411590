using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Answers;

public sealed class AnswersQuery : ListInput
{
    public string? Tenant { get; set; }
}

/// <param name="Tenants">Where one can write a new one.</param>
public sealed record AnswersPage(ListFrame Frame, IReadOnlyList<PortalTenant> Tenants);

/// <summary>The canned answers of the sites that one looks after (ADMIN-5).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class AnswersController(StaffReach reach, StaffLists lists, PortalDbContext db, IStringLocalizer<DeskText> text) : Controller
{
    private static readonly ListOrders<CannedAnswer> Orders = new ListOrders<CannedAnswer>("title")
        .By("title", row => row.Title)
        .By("changed", row => row.ChangedAt)
        .Then(row => row.TenantId).Then(row => row.Id);

    [HttpGet("case-answers")]
    public async Task<IActionResult> Index([FromQuery] AnswersQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = DeskQueue.WithCases(chosen);
        var all = DeskQueue.WithCases(await reach.TenantsAsync());
        var rows = reach.Within(db.CannedAnswers, tenants);
        var order = Orders.Of(query.Sort);
        var page = await rows.PageAsync(Orders.Apply(rows, order).AsNoTracking(), query.Page);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Answers", new AnswersPage(Frame(query, order, all, page), tenants));
    }

    private ListFrame Frame(AnswersQuery query, string order, IReadOnlyList<PortalTenant> all, ListPage<CannedAnswer> page)
    {
        PortalTenant Of(CannedAnswer row) => all.First(tenant => tenant.Id == row.TenantId);
        List<ListColumn<CannedAnswer>> columns =
        [
            new(text["Canned.Title"], row => new ListCell.Link(StaffPaths.CannedAnswer(Of(row).Slug, row.Id), new ListCell.Text(row.Title)))
            {
                Order = "title",
                NamesRow = true,
            },
            new(text["Canned.Languages"], row => new ListCell.Text(text[row.TextEn is null ? "Canned.Japanese" : "Canned.Both"])),
            new(text["Canned.Changed"], row => new ListCell.Lines(new ListCell.Moment(row.ChangedAt), new ListCell.Text(row.ChangedBy)))
            {
                Order = "-changed",
                HoldsMoments = true,
            },
        ];
        if (all.Count > 1)
        {
            columns.Insert(1, lists.SiteColumn<CannedAnswer>(Of));
        }

        return new ListFrame(text["Canned.List"], new ListRows<CannedAnswer>(columns, page.Rows) { Sort = order })
        {
            Fields = all.Count > 1 ? [lists.Site(all, query.Tenant)] : [],
            Keep = "sort",
            None = new(text["Canned.None"], text["Canned.NoneText"]),
            NoMatch = lists.NothingFound(StaffPaths.CannedAnswers),
            Span = ListSpan.Of(page),
        };
    }
}
