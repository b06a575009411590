using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts.Lines;

/// <summary>The lines of a contract in their order, and how the staff's pages show them.</summary>
public sealed class LineList(PortalDbContext db, StaffReach reach, IStringLocalizer<ContractStaffText> text)
{
    /// <summary>Inside the contract's tenant.</summary>
    public Task<ListPage<ContractLine>> PageAsync(Contract contract, int? page)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return db.ContractLines.Where(row => row.ContractId == contract.Id).PageAsync(Ordered(contract.Id), page);
    }

    /// <summary>
    /// Where a line is seen: on the contract's own page, which has the first ones, or on that part of the whole list.
    /// Inside the contract's tenant.
    /// </summary>
    public async Task<string> PathOfAsync(PortalTenant tenant, Contract contract, Guid line)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(contract);
        var before = await db.ContractLines.Where(row => row.Id == line).Select(found => db.ContractLines.Count(row =>
            row.ContractId == found.ContractId && (row.Order < found.Order || (row.Order == found.Order
                && (row.Number.CompareTo(found.Number) < 0 || (row.Number == found.Number && row.Id.CompareTo(found.Id) < 0))))))
            .SingleAsync();
        return before < ListPages.UsualSize
            ? StaffPaths.Contract(tenant.Slug, contract.Id)
            : StaffPaths.Lines(tenant.Slug, contract.Id) + QueryString.Create("page",
                ((before / ListPages.UsualSize) + 1).ToString(CultureInfo.InvariantCulture));
    }

    public ListFrame Frame(PortalTenant tenant, Contract contract, ListPage<ContractLine> page)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(contract);
        return new ListFrame(text["Lines"], new ListRows<ContractLine>([.. Columns(tenant.Slug, contract.Id)], page.Rows))
        {
            None = new(text["LinesNone"], text["LinesNoneText"]),
            Span = ListSpan.Of(page),
        };
    }

    private IQueryable<ContractLine> Ordered(Guid contractId) => db.ContractLines.AsNoTracking()
        .Where(row => row.ContractId == contractId).OrderBy(row => row.Order).ThenBy(row => row.Number).ThenBy(row => row.Id);

    private IEnumerable<ListColumn<ContractLine>> Columns(string slug, Guid contract)
    {
        yield return new(text["Field.LineNumber"], row => new ListCell.Whole(NumberOf(row))) { NamesRow = true };
        yield return new(text["Field.Name"], row => new ListCell.Text(row.Name));
        yield return new(text["Field.LineKind"], row => new ListCell.Text(text.KindOf(row.Kind)));
        yield return new(text["Field.Location"], row => new ListCell.Text(row.Location));
        yield return new(text["Field.Bandwidth"], row => new ListCell.Text(row.Bandwidth));
        yield return new(text["Field.LineStartsOn"], row => new ListCell.Day(row.StartsOn));
        if (reach.IsAdministrator)
        {
            yield return new(text["LinesAct"], row => new ListCell.Lines(
                new ListCell.Lead(StaffPaths.Line(slug, contract, row.Id, "edit"), text["EditLineLink"], NumberOf(row)),
                new ListCell.Lead(StaffPaths.Line(slug, contract, row.Id, "remove"), text["RemoveLineLink"], NumberOf(row))));
        }
    }

    private static string NumberOf(ContractLine line) => TelephoneDisplay.National(line.Number);
}
